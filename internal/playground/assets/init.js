// Starts GraphiQL on the worked questions that the server wrote into the page. Nothing is fetched from elsewhere.
"use strict";

(function () {
  const endpoint = "/graphql";
  const questions = JSON.parse(document.getElementById("questions").textContent);

  // The older media type answers 200 to a faulty query, so that its errors show in the result and not in the console.
  async function fetcher(parameters) {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
      },
      body: JSON.stringify(parameters),
    });
    return response.json();
  }

  const logo = React.createElement(
    GraphiQL.Logo,
    null,
    "Lodestone · ",
    React.createElement("a", { href: "/explorer/", id: "to-explorer" }, "Explorer"),
  );
  const element = React.createElement(
    GraphiQL,
    {
      fetcher: fetcher,
      plugins: [GraphiQLPluginExplorer.explorerPlugin()],
      defaultTabs: questions.map(function (question) {
        return { query: question.text };
      }),
      defaultEditorToolsVisibility: false,
      isHeadersEditorEnabled: false,
      defaultTheme: null, // follow the system: light or dark
    },
    logo,
  );
  ReactDOM.createRoot(document.getElementById("graphiql")).render(element);
})();
