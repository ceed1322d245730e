import type { CodegenConfig } from "@graphql-codegen/cli";

// Types and documents for the queries of the explorer, read off the contract of the API.
const config: CodegenConfig = {
	schema: "../../schema.graphqls",
	documents: ["../src/queries/*.graphql"],
	generates: {
		"../src/gql/": {
			preset: "client",
			presetConfig: { fragmentMasking: false },
			config: {
				documentMode: "string",
				useTypeImports: true,
				enumsAsTypes: true,
				skipTypename: false,
				scalars: { ID: "string", Date: "string", PartialDate: "string", Share: "number", Kilograms: "number" },
				strictScalars: true,
			},
		},
	},
};

export default config;
