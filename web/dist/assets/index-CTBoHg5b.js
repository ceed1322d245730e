var e,t,n,r,i,a,o,s,c,l,u,d=Symbol.for(`pv`),f={},p=[],m=/^m(i|n|o|s|text|space)$/,h=Array.isArray,g=p.slice,_=Object.assign;function v(e){e&&e.parentNode&&e.remove()}function y(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?g.call(arguments,2):n),b(e,o,r,i,null)}function b(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:d,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function te(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=_({constructor:d},r)).__v=r.__v+1,e.vnode&&e.vnode(n),le(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,E(a,n,o),r.__=r.__e=null,n.__e!=i&&C(n))}function C(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),C(e)}function w(t){(8&t.__g||(t.__g|=8,r.push(t),a++))&&i==e.debounceRendering||((i=e.debounceRendering)||queueMicrotask)(T)}function T(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,8&e.__g&&te(e)}finally{(a=r.length)&&(i||queueMicrotask)(T)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var d,m,h,g,_,v,y=r.__k||p,b=t.length;for(c=re(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(m=~h.__i&&y[h.__i]||f,h.__i=d,v=le(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&D(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=ie(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function re(e,t,n,r,i){var a,o,s,c,l,u,f,p,m,g=n.length,_=g,v=0,y=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=b(null,o):h(o)?o=S[a]=b(x,{children:o}):o.constructor===d&&o.__b?o=S[a]=b(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ae(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(y){for(u=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,f[a]=v+1}for(v=u.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),pe(s,s));return r}function ie(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=ie(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ae(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function oe(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function se(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||oe(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||oe(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=u[t]||(u[t]=ce(t)),(e.__a||={})[t]=l,a=t!=(t=t.replace(c,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function ce(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[s]==null)n[s]=l++;else if(n[s]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function le(t,n,r,i,a,o,s,c,l,u){var f,m,g,y,b,te,C,w,T,re,ie,ae,oe,se,ce,le,E,D,he=n.type;if(n.constructor!==d)return null;128&r.__u&&(l=32&r.__u,f=r.__c.__z)&&(n.__u|=l,m=o=[],f.nodeType==8?c=ue(f,o):o.push(f),c=o[0]||c),(f=e.__b)&&f(n);n:if(typeof he==`function`){g=s.length;try{if(w=n.props,T=(f=he.prototype)&&f.render,re=(f=he.contextType)&&i[f.__c],ie=f?re?re.props.value:f.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(T?n.__c=y=new he(w,ie):(n.__c=y=new S(w,ie),y.constructor=he,y.render=me),re&&re.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),T&&(y.__s||(y.__s=y.state),he.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=_({},y.__s)),_(y.__s,he.getDerivedStateFromProps(w,y.__s)))),b=y.props,te=y.state,y.__v=n,r.__c){if(w!==b&&T&&!he.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(w,ie),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(w,y.__s,ie)){n.__v!=r.__v&&(y.props=w,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),p.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=ee(r);break n}y.componentWillUpdate&&y.componentWillUpdate(w,y.__s,ie),T&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(b,te,C)})}else T&&!he.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),T&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=ie,y.props=w,y.__P=t,y.__g&=-5,ae=e.__r,oe=T?25:0;do y.__g&=-9,ae&&ae(n),f=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++oe<25);T&&(p.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=_({},i,y.getChildContext())),T&&r.__c&&y.getSnapshotBeforeUpdate&&(C=y.getSnapshotBeforeUpdate(b,te)),se=f&&f.type===x&&f.key==null?f.props.children:f,w.__P&&(f=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&pe(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,h(se)?se:[se],n,r,i,a,o,s,c,l,u),w.__P&&(n.__e=null,c=f),n.__u&=-161,m&&m.some(v),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=g,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(E=o.indexOf(c||void 0))||(E=o.length);(D=o[E-1])&&D.nodeType==8;)E--;for(;E<o.length;E++)if(D=o[E]){if(o[E]=null,ce){if(D==le)break}else{if(D.nodeType!=8)break;D.data.startsWith(`$s`)&&(le=ue(ce=D))}}}if(!ce){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ce=c}(f=ue(ce=n.__c.__z||(n.__c.__z=ce)))?(n.__e=ce,c=f):n.__e=c,c&&=c.nextSibling}else o&&o.some(v)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||de(n),e.__e(t,n,r)}}else c=n.__e=fe(r.__e,n,r,i,a,o,s,l,u,t);return(f=e.diffed)&&f(n),c}function ue(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function de(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(de))}function E(t,n,r){for(var i=0;i<r.length;)D(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function fe(t,n,r,i,a,o,s,c,l,u){var d,p,_,y,b,x,S,te,C=r.props||f,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(T?b.localName==T:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&g.call(u.childNodes),!c&&o)for(C={},d=0;d<t.attributes.length;d++)C[(b=t.attributes[d]).name]=b.value;for(d in C)b=C[d],d==`dangerouslySetInnerHTML`?_=b:d==`children`||d in w||d==`value`&&`defaultValue`in w||d==`checked`&&`defaultChecked`in w||se(t,d,null,b,a);for(d in w)b=w[d],d==`children`?y=b:d==`dangerouslySetInnerHTML`?p=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||C[d]===b||se(t,d,b,C[d],a);p?(c||_&&(p.__html==_.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),n.__k=[]):(_&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&m.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,h(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(v)),c&&T!=`textarea`||(d=`value`,T==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(T!=`progress`||x)||se(t,d,x,C[d],a),d=`checked`,S!=null&&S!=t[d]&&se(t,d,S,C[d],a))}else C===w||c&&t.data==w||(t.data=w);return t}function D(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function pe(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||D(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&pe(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ue(i,o=[]))&&(i==t.__e&&o.some(v),v(a),v(i)),r||v(t.__e),t.__e=t.__c=t.__=null}function me(e,t,n){return this.constructor(e,n)}function he(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=b(x,{children:[t]}),a=[],o=[],le(n,n.__k,i||f,f,n.namespaceURI,i?null:n.firstChild?g.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),E(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var i,o,s;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw a=0,e}},t=0,n=function(e){return e!=null&&e.constructor===d},S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=_({},this.state)),typeof e==`function`&&(e=e(_({},n),this.props)),e&&(_(n,e),this.__v&&(t&&this.__k.push(t),w(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),w(this))},S.prototype.render=x,r=[],a=0,o=function(e,t){return e.__v.__b-t.__v.__b},s=Symbol(),c=/(PointerCapture)$|Capture$/i,l=0,u={};var ge,O,_e,ve,ye=Object.is,be=0,xe=[],Se=[],k=e,Ce=k.__b,we=k.__r,Te=k.diffed,Ee=k.__c,De=k.unmount,Oe=k.__;function ke(e,t){k.__h&&k.__h(O,e,be||t),be=0;var n=O.__H||(O.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function A(e){return be=1,Ae(He,e)}function Ae(e,t,n){var r=ke(ge++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):He(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);ye(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=O,!O.__f)){O.__f=!0;var i=O.shouldComponentUpdate;O.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,ye(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function je(e,t){var n=ke(ge++,3);!k.__s&&Ve(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,O.__H.__h.push(n))}function Me(e){return be=5,Ne(function(){return{current:e}},[])}function Ne(e,t){var n=ke(ge++,7);return Ve(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Pe(){var e=ke(ge++,11);if(!e.__){for(var t=O.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Fe(){var e;do{for(;e=Se.shift();)try{ze(e)}catch(t){k.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=xe.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(ze),t.__h.some(Be),t.__h=[]}catch(n){t.__h=[],k.__e(n,e.__v)}}}while(Se.length)}k.__b=function(e){O=null,Ce&&Ce(e)},k.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Oe&&Oe(e,t)},k.__r=function(e){we&&we(e),ge=0;var t=(O=e.__c).__H;t&&(_e==O?O.__h=[]:(t.__h.some(ze),t.__h.some(Be),ge=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),_e=O},k.diffed=function(e){Te&&Te(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Re(xe.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),_e=O=null},k.__c=function(e,t){t.some(function(e){try{e.__h.some(ze),e.__h=e.__h.filter(function(e){return!e.__||Be(e)})}catch(t){e.__h=[function(){throw t}]}}),Ee&&Ee(e,t)},k.unmount=function(e){De&&De(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Re(Se.push(r))}else ze(r)}catch(e){t=e}}),r.__H=void 0,t&&k.__e(t,r.__v))};var Ie=typeof requestAnimationFrame==`function`;function Le(e){var t,n=function(){clearTimeout(r),Ie&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ie&&(t=requestAnimationFrame(n))}function Re(e){e!=1&&ve==k.requestAnimationFrame||((ve=k.requestAnimationFrame)||Le)(Fe)}function ze(e){var t=O,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),O=t}function Be(e){var t=O;e.__c=e.__(),O=t}function Ve(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!ye(t,e[n])})}function He(e,t){return typeof t==`function`?t(e):t}var Ue=Symbol.for(`preact-signals`);function We(){if(Ye>1)Ye--;else{var e,t=!1;for((function(){var e=$e;for($e=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();Je!==void 0;){var n=Je;for(Je=void 0,Xe++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&rt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(Xe=0,Ye--,t)throw e}}function Ge(e){if(Ye>0)return e();Qe=++Ze,Ye++;try{return e()}finally{We()}}var Ke,j=void 0;function qe(e){var t=j,n=Ke;j=void 0,Ke=void 0;try{return e()}finally{j=t,Ke=n}}var Je=void 0,Ye=0,Xe=0,Ze=0,Qe=0,$e=void 0,et=0;function tt(e){if(j!==void 0){var t=e.n;if(t===void 0||t.t!==j)return t={i:0,S:e,p:j.s,n:void 0,t:j,e:void 0,x:void 0,r:t},j.s!==void 0&&(j.s.n=t),j.s=t,e.n=t,32&j.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=j.s,t.n=void 0,j.s.n=t,j.s=t),t}}function M(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}M.prototype.brand=Ue,M.prototype.h=function(){return!0},M.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?qe(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},M.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&qe(function(){var e;(e=t.Z)==null||e.call(t)}))}},M.prototype.subscribe=function(e){var t=this;return dt(function(){var n=t.value;qe(function(){return e(n)})},{name:`sub`})},M.prototype.valueOf=function(){return this.value},M.prototype.toString=function(){return this.value+``},M.prototype.toJSON=function(){return this.value},M.prototype.peek=function(){var e=this;return qe(function(){return e.value})},Object.defineProperty(M.prototype,"value",{get:function(){var e=tt(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Xe>100)throw Error(`Cycle detected`);(function(e){Ye!==0&&Xe===0&&e.l!==Qe&&(e.l=Qe,$e={S:e,v:e.v,i:e.i,o:$e})})(this),this.v=e,this.i++,et++,Ye++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{We()}}}});function nt(e,t){return new M(e,t)}function rt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function it(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function at(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function ot(e,t){M.call(this,void 0,t),this.x=e,this.s=void 0,this.g=et-1,this.f=4}ot.prototype=new M,ot.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===et))return!0;if(this.g=et,this.f|=1,this.i>0&&!rt(this))return this.f&=-2,!0;var e=j;try{it(this),j=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return j=e,at(this),this.f&=-2,!0},ot.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}M.prototype.S.call(this,e)},ot.prototype.U=function(e){if(this.t!==void 0&&(M.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},ot.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(ot.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=tt(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function N(e,t){return new ot(e,t)}function st(e){var t=e.j;if(e.j=void 0,typeof t==`function`){Ye++;var n=j;j=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,ct(e),t}finally{j=n,We()}}}function ct(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,st(e)}function lt(e){if(j!==this)throw Error(`Out-of-order effect`);at(this),j=e,this.f&=-2;try{8&this.f&&ct(this)}finally{We()}}function ut(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Ke&&Ke.push(this)}ut.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},ut.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,st(this),it(this),Ye++;var e=j;return j=this,lt.bind(this,e)},ut.prototype.N=function(){2&this.f||(this.f|=2,this.u=Je,Je=this)},ut.prototype.d=function(){this.f|=8,1&this.f||ct(this)},ut.prototype.dispose=function(){this.d()};function dt(e,t){var n=new ut(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var ft,pt,mt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,ht=[];dt(function(){ft=this.N})();function gt(t,n){e[t]=n.bind(null,e[t]||function(){})}function _t(e){if(pt){var t=pt;pt=void 0,t()}pt=e&&e.S()}function vt(e){var t=this,r=e.data,i=bt(r);i.name=`ReactiveDom`,i.value=r;var a=Ne(function(){for(var e=t,r=t.__v;r=r.__;)if(r.__c){r.__c.__$f|=4;break}var a=N(function(){var e=i.value.value;return e===0?0:!0===e?``:e||``}),o=N(function(){return!Array.isArray(a.value)&&!n(a.value)}),s=dt(function(){if(this.N=Ct,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}vt.displayName=`ReactiveTextNode`,Object.defineProperties(M.prototype,{constructor:{configurable:!0,value:y(x,null).constructor},type:{configurable:!0,value:vt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),gt(`__b`,function(e,t){if(_t(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof M&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),gt(`__r`,function(e,t){if(e(t),t.type!==x){_t();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return dt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;mt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),_t(n)}}),gt(`__e`,function(e,t,n,r){_t(),e(t,n,r)}),gt(`diffed`,function(e,t){_t();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=yt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function yt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=nt(n);return{o:function(e,t){a.value=e,r=t},d:dt(function(){this.N=Ct;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}gt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),gt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),S.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function bt(e,t){return Ne(function(){return nt(e,t)},[])}var xt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function St(){Ge(function(){for(var e;e=ht.shift();)ft.call(e)})}function Ct(){ht.push(this)===1&&(e.requestAnimationFrame||xt)(St)}var wt=`/explorer/`;function Tt(e,t){let[n=``,...r]=(e.startsWith(wt)?e.slice(10):``).split(`/`).map(Ot),i={};for(let[e,n]of new URLSearchParams(t))n!==``&&(i[e]=n);return{page:n,id:r.join(`/`),keys:i}}function Et({page:e,id:t,keys:n}){let r=wt+encodeURIComponent(e)+(t===``?``:`/${encodeURIComponent(t)}`),i=Object.keys(n).sort().map(e=>`${encodeURIComponent(e)}=${encodeURIComponent(n[e]??``).replaceAll(`%2C`,`,`).replaceAll(`%3A`,`:`)}`).join(`&`);return i===``?r:`${r}?${i}`}function Dt(e){let t={};for(let[n,r]of Object.entries(e))r!=null&&r!==``&&(t[n]=r);return t}function Ot(e){try{return decodeURIComponent(e)}catch{return e}}function kt(e){if(e===void 0||!/^\d{4}-\d{2}-\d{2}$/.test(e))return!1;let t=new Date(`${e}T00:00:00Z`);return!Number.isNaN(t.getTime())&&t.toISOString().slice(0,10)===e}function At(e,t){let n=t.find(t=>t===e);return{value:n??t[0],fell:e!==void 0&&n===void 0}}var P=nt(Tt(location.pathname,location.search)),jt=N(()=>P.value.page),Mt=N(()=>P.value.id),F=N(()=>P.value.keys);addEventListener(`popstate`,()=>{P.value=Tt(location.pathname,location.search)});function Nt(e){let t=new URL(e,location.href);history.pushState(null,``,t.pathname+t.search),P.value=Tt(t.pathname,t.search),scrollTo(0,0)}var Pt;function I(e,t=`push`){let n=P.value,r={...n,keys:Dt({...n.keys,...e})};P.value=r,clearTimeout(Pt),t===`push`?history.pushState(null,``,Et(r)):Pt=setTimeout(()=>history.replaceState(null,``,Et(P.value)),120)}var Ft=[`date`,`scn`,`conf`,`rel`,`theme`];function L(e,t,n={}){let r={};for(let e of Ft)r[e]=F.value[e]??null;return Et({page:e,id:t??``,keys:Dt({...r,...n})})}var It=`lodestone-theme`;function Lt(){try{return localStorage.getItem(It)}catch{return null}}function Rt(){let e=F.value.theme??Lt();return e===`light`||e===`dark`?e:`system`}function zt(e){try{localStorage.setItem(It,e)}catch{}}dt(()=>{let e=Rt();document.documentElement.style.colorScheme=e===`system`?`light dark`:e});var Bt=new Map,Vt=200;function Ht(e,t){let n=JSON.stringify({query:e.toString(),variables:t}),r=Bt.get(n);if(r!==void 0)return r;let i=Ut(n);return Bt.set(n,i),Bt.size>Vt&&Bt.delete(Bt.keys().next().value??``),i.then(e=>{e.data===null&&Bt.delete(n)}),i}async function Ut(e){try{let t=await(await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/json`},body:e})).json();return{data:t.data??null,faults:t.errors??[]}}catch{return{data:null,faults:[{message:`The server cannot be reached.`,extensions:{hint:`See whether it is still running.`}}]}}}function R(e,t){let[n,r]=A(null),i=t===null?``:JSON.stringify(t);return je(()=>{if(i===``)return;let t=!0;return Ht(e,JSON.parse(i)).then(e=>{t&&r({of:i,answer:e})}),()=>{t=!1}},[i,e]),i===``||n===null?{data:null,faults:[],waiting:i!==``}:{...n.answer,waiting:n.of!==i}}function Wt(e,t=2){return e===0?`0`:Number(e.toPrecision(t)).toLocaleString(`en-GB`,{maximumFractionDigits:12,useGrouping:!0})}function z(e){return e==null?`unknown`:e>0&&e<.005?`<0.01`:e<1&&e>=.995?`>0.99`:e===0||e===1?String(e):e.toFixed(2)}function Gt(e){return e.low===e.high?z(e.low):`${z(e.low)}–${z(e.high)}`}function Kt(e){let t=e.low===e.high?`${z(e.low)}`:`at least ${z(e.low)}, at most ${z(e.high)}`;return e.estimate===null?`${t}; no estimate`:`${t}; estimate ${z(e.estimate)}`}function qt(e){return e.verdict===`UNKNOWN`?`unknown`:e.share.estimate===null?`no estimate`:z(e.share.estimate)}function B(e){if(e==null)return`not stated`;let t=e*100;return`${t===0?`0`:t<.1?`<0.1`:Wt(t,t>=99.5&&t<100?3:2)} %`}function Jt(e){return e===0?`0 kg`:e>=1e3?`${Wt(e/1e3)} t`:e>=1?`${Wt(e)} kg`:e>=.001?`${Wt(e*1e3)} g`:`${Wt(e*1e6)} mg`}function Yt(e,t=!0){let n=e.mid??e.low??e.high;if(n===null)return`amount unknown`;let r=e.low!==null&&e.high!==null&&e.low!==e.high?`${Jt(e.low)}–${Jt(e.high)}`:Jt(n);return t?r:`${r} + unknown`}function V(e,t,n=`${t}s`){return`${e.toLocaleString(`en-GB`)} ${e===1?t:n}`}var H=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new H(`
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
    `,{fragmentName:`SourceParts`}),new H(`
    fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}`,{fragmentName:`RowParts`}),new H(`
    fragment SupplyParts on Supply {
  share
  volumeTonnesPerYear
  start
  end
  status
  active
  confidence
  row {
    ...RowParts
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`,{fragmentName:`SupplyParts`}),new H(`
    fragment NodeParts on Node {
  __typename
  key
  name
}
    `,{fragmentName:`NodeParts`}),new H(`
    fragment LicenceParts on Licence {
  ...NodeParts
  holder {
    ...NodeParts
  }
  customer {
    ...NodeParts
  }
  item {
    ...NodeParts
  }
  granted
  expires
  confidence
  row {
    ...RowParts
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`,{fragmentName:`LicenceParts`}),new H(`
    fragment ControlParts on Control {
  ...NodeParts
  state
  effective
  suspendedFrom
  suspendedUntil
  summary
  row {
    ...RowParts
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`,{fragmentName:`ControlParts`}),new H(`
    fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`,{fragmentName:`ReceiptParts`}),new H(`
    fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}
    `,{fragmentName:`KilogramParts`}),new H(`
    fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
    `,{fragmentName:`ShareParts`}),new H(`
    fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}`,{fragmentName:`ExposureParts`}),new H(`
    query LicenceCalendar($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $from: Date, $to: Date, $customers: [ID!], $holders: [ID!]) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    licenceCalendar(
      from: $from
      to: $to
      customers: $customers
      holders: $holders
      first: 100
    ) {
      holder {
        ...NodeParts
      }
      customer {
        ...NodeParts
      }
      item {
        ...NodeParts
      }
      possible
      needed
      covered {
        low
        high
      }
      general {
        low
        high
      }
      gap {
        low
        high
      }
      ends
      gaps {
        from
        until
      }
      licences {
        edit
        perShipment
        type {
          key
          name
        }
        licence {
          key
          name
        }
        valid {
          from
          until
        }
        validAtMost {
          from
          until
        }
        flags
      }
      flags
      receipt {
        ...ReceiptParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}`),new H(`
    query Timeline($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $about: [ID!], $kinds: [TimelineKind!], $from: Date, $to: Date) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    release {
      horizon
    }
    timeline(about: $about, kinds: $kinds, from: $from, to: $to, first: 500) {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        title
        day
        lastDay
        date
        until
        flags
        node {
          ...NodeParts
          ... on Event {
            kind
          }
          ... on Licence {
            holder {
              name
            }
            customer {
              name
            }
          }
          ... on Control {
            suspendedUntil
            suspendedFrom
          }
        }
        receipt {
          rows(first: 2) {
            ...RowParts
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),new H(`
    query Compare($before: ViewInput!, $after: ViewInput!, $of: SubjectInput!, $to: TargetInput!, $element: ID, $endUse: EndUse) {
  compare(
    before: $before
    after: $after
    of: $of
    to: $to
    element: $element
    endUse: $endUse
  ) {
    compared
    changed
    changedVerdicts
    flags
    before {
      id
      asOf
      flags
    }
    after {
      id
      asOf
      flags
      scenario {
        number
        text
      }
    }
    controls(first: 60) {
      control {
        ...NodeParts
      }
      before
      after
      flags
    }
    moves {
      before
      after
      count
    }
    subjects(first: 120) {
      subject {
        ...NodeParts
        ... on Firm {
          country {
            key
            name
          }
        }
      }
      verdictChanged
      before {
        verdict
        share {
          ...ShareParts
        }
      }
      after {
        verdict
        share {
          ...ShareParts
        }
      }
      moved {
        low
        high
        estimate
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}`),new H(`
    query ControlPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    control(id: $id) {
      ...NodeParts
      authority
      country {
        key
        name
      }
      instrument
      announced
      effective
      suspendedFrom
      suspendedUntil
      summary
      state
      row {
        ...RowParts
      }
      restricts(first: 300) {
        totalCount
        nodes {
          item {
            ...NodeParts
            ... on Material {
              form
            }
          }
          regime
          scope
          controlCodes
          hsCodes
          row {
            ...RowParts
          }
        }
      }
      listed(first: 100) {
        totalCount
        nodes {
          name
          list
          firm {
            ...NodeParts
          }
          country {
            key
            name
          }
          row {
            ...RowParts
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),new H(`
    query ControlStates($scenario: [Edit!], $id: ID!, $d1: Date!, $d2: Date!, $d3: Date!, $d4: Date!, $d5: Date!, $d6: Date!, $today: Date!) {
  view(asOf: $today, scenario: $scenario) {
    control(id: $id) {
      s1: state(on: $d1)
      s2: state(on: $d2)
      s3: state(on: $d3)
      s4: state(on: $d4)
      s5: state(on: $d5)
      s6: state(on: $d6)
    }
    timeline(about: [$id], first: 60) {
      nodes {
        kind
        day
        flags
      }
    }
  }
}
    `),new H(`
    query ControlReach($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $endUse: EndUse) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    exposure(
      of: {items: {kinds: [PRODUCT]}}
      to: {controls: [$id]}
      endUse: $endUse
      first: 500
    ) {
      totalCount
      flags
      nodes {
        ...ExposureParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`),new H(`
    query LicenceDecisions($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $item: ID!, $destination: ID!, $endUse: EndUse!, $user: ID, $on: [Date!]) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    licenceDecision(
      item: $item
      destination: $destination
      endUse: $endUse
      user: $user
      on: $on
    ) {
      date
      outcome
      passage
      rule
      item {
        ...NodeParts
      }
      days {
        low
        high
        unlimited
      }
      clauses {
        state
        text
        control {
          ...NodeParts
        }
      }
      reasons
      doors
      ambiguities {
        number
        text
      }
      ifProlonged
      checkedUntil
      flags
      receipt {
        ...ReceiptParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}`),new H(`
    query Controls($asOf: Date, $scenario: [Edit!], $facts: FactFilter) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    controls(first: 200) {
      nodes {
        ...NodeParts
        country {
          key
          name
        }
        state
        effective
        suspendedFrom
        suspendedUntil
        summary
        row {
          ...RowParts
        }
      }
      totalCount
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`);var Xt=new H(`
    query DataPage($asOf: Date, $facts: FactFilter) {
  release {
    id
    horizon
    tables {
      name
      rows
      columns
    }
  }
  view(asOf: $asOf, facts: $facts) {
    asOf
    flags
    sales: supplies {
      totalCount
    }
    salesWithShare: supplies(filter: {shareStated: true}) {
      totalCount
    }
    firms: exposure(
      of: {firms: {}}
      to: {countries: ["CN"], stages: [SEPARATION]}
      first: 500
    ) {
      totalCount
      nodes {
        verdict
        flags
      }
    }
    products: exposure(
      of: {items: {kinds: [PRODUCT]}}
      to: {countries: ["CN"], stages: [SEPARATION]}
      first: 500
    ) {
      totalCount
      nodes {
        verdict
        flags
      }
    }
    recipes: feeds(first: 500) {
      totalCount
      nodes {
        quantity
      }
      pageInfo {
        endCursor
      }
    }
    facilities(first: 500) {
      totalCount
      nodes {
        lat
        startYear
      }
    }
    holdings(first: 500) {
      totalCount
      nodes {
        stake
      }
    }
    sources(first: 500) {
      totalCount
      nodes {
        kind
        published
      }
    }
    checked: licenceDecision(item: "dy-oxide", destination: "DE", endUse: CIVILIAN) {
      checkedUntil
    }
  }
}
    `);new H(`
    query Sources($text: String, $kinds: [SourceKind!], $after: String) {
  view {
    sources(filter: {text: $text, kinds: $kinds}, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...SourceParts
        kind
        row {
          ...RowParts
        }
      }
    }
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`);var Zt=new H(`
    query Exposure($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $of: SubjectInput!, $to: TargetInput!, $element: ID, $endUse: EndUse) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    exposure(of: $of, to: $to, element: $element, endUse: $endUse, first: 500) {
      totalCount
      flags
      nodes {
        ...ExposureParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`),Qt=new H(`
    query ExposureReceipt($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $to: TargetInput!, $element: ID, $endUse: EndUse) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    exposure(
      of: {ids: [$id]}
      to: $to
      element: $element
      endUse: $endUse
      first: 1
    ) {
      nodes {
        ...ExposureParts
        receipt {
          ...ReceiptParts
        }
        steps(first: 12) {
          item {
            ...NodeParts
          }
          stage
          share
          lowest
          most
          year
          confidence
          source {
            ...SourceParts
          }
        }
        paths(first: 2) {
          coverage
          truncated
          nodes {
            contribution
            length
            hops(first: 24) {
              kind
              from {
                ...NodeParts
              }
              to {
                ...NodeParts
              }
              item {
                ...NodeParts
              }
              share
              stated
              confidence
              rows(first: 3) {
                file
                line
              }
            }
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`),$t=new H(`
    query ExposureByStage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $country: ID!, $endUse: EndUse!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    any: exposure(of: {ids: [$id]}, to: {countries: [$country]}, first: 1) {
      nodes {
        ...ExposureParts
        access(endUse: $endUse) {
          state
          closed {
            ...ShareParts
          }
          delayed {
            ...ShareParts
          }
          unverified {
            ...ShareParts
          }
          barriers(first: 20) {
            tier
            item {
              ...NodeParts
            }
            destination {
              key
              name
            }
            passage
            outcome
            days {
              low
              high
              unlimited
            }
            clauses {
              state
              text
              control {
                ...NodeParts
              }
            }
          }
        }
      }
    }
    mine: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [MINE]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    separation: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [SEPARATION]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    metal: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [METAL]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    alloy: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [ALLOY]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
    magnet: exposure(
      of: {ids: [$id]}
      to: {countries: [$country], stages: [MAGNET]}
      first: 1
    ) {
      nodes {
        ...ExposureParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`),en=new H(`
    query ExposureLines($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $to: TargetInput!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    exposure(of: {ids: [$id]}, to: $to, first: 1) {
      nodes {
        ...ExposureParts
        lines(first: 40) {
          firm {
            ...NodeParts
          }
          item {
            ...NodeParts
          }
          verdict
          certainty
          basis
          share {
            ...ShareParts
          }
          direct {
            ...ShareParts
          }
          coverage {
            known
            assumed
            unknown
          }
          nearestTier
          flags
          receipt {
            ...ReceiptParts
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
fragment ExposureParts on Exposure {
  subject {
    ...NodeParts
    ... on Firm {
      country {
        key
        name
      }
      roles
    }
    ... on Product {
      sector
      endUse
      category
    }
  }
  item {
    ...NodeParts
  }
  verdict
  certainty
  basis
  member
  share {
    ...ShareParts
  }
  direct {
    ...ShareParts
  }
  coverage {
    known
    assumed
    unknown
  }
  nearestTier
  possibleTier
  lineCount
  flags
}`),tn=new H(`
    query FirmPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    firm(id: $id) {
      ...NodeParts
      country {
        ...NodeParts
      }
      roles
      ticker
      note
      row {
        ...RowParts
      }
      aliases(first: 20) {
        text
        language
      }
      makes(first: 60) {
        totalCount
        nodes {
          item {
            ...NodeParts
            stage
          }
          confidence
          row {
            ...RowParts
          }
        }
      }
      plants(first: 40) {
        totalCount
        nodes {
          stake
          confidence
          row {
            ...RowParts
          }
          facility {
            ...NodeParts
            country {
              key
              name
            }
            stage
            status
            active
            startYear
            lat
            lon
          }
        }
      }
      buys(first: 60) {
        totalCount
        nodes {
          supplier {
            ...NodeParts
            country {
              key
            }
          }
          item {
            ...NodeParts
          }
          ...SupplyParts
        }
      }
      sells(first: 60) {
        totalCount
        nodes {
          buyer {
            ...NodeParts
            country {
              key
            }
          }
          item {
            ...NodeParts
          }
          ...SupplyParts
        }
      }
      owners(first: 30) {
        nodes {
          owner {
            ...NodeParts
          }
          stake
          confidence
          row {
            ...RowParts
          }
        }
      }
      owned(first: 30) {
        nodes {
          owned {
            ...NodeParts
          }
          stake
          confidence
          row {
            ...RowParts
          }
        }
      }
    }
    listedEntities(filter: {firms: [$id]}, first: 20) {
      nodes {
        name
        list
        control {
          ...NodeParts
          state
        }
        row {
          ...RowParts
        }
      }
    }
  }
}
    fragment SupplyParts on Supply {
  share
  volumeTonnesPerYear
  start
  end
  status
  active
  confidence
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),nn=new H(`
    query FirmLicences($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    held: licences(filter: {holders: [$id]}, first: 40) {
      nodes {
        ...LicenceParts
      }
    }
    used: licences(filter: {customers: [$id]}, first: 40) {
      nodes {
        ...LicenceParts
      }
    }
  }
}
    fragment LicenceParts on Licence {
  ...NodeParts
  holder {
    ...NodeParts
  }
  customer {
    ...NodeParts
  }
  item {
    ...NodeParts
  }
  granted
  expires
  confidence
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),rn=new H(`
    query ItemPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    item(id: $id) {
      ...NodeParts
      stage
      unit
      note
      row {
        ...RowParts
      }
      aliases(first: 20) {
        text
        language
      }
      classes {
        ...NodeParts
      }
      grades(first: 40) {
        ...NodeParts
      }
      groups {
        ...NodeParts
      }
      ... on Product {
        sector
        endUse
        category
      }
      ... on Component {
        kind
      }
      ... on Material {
        form
        hsCodes
      }
      ... on Element {
        symbol
        atomicNumber
        group
      }
      inputs(first: 100) {
        nodes {
          from {
            ...NodeParts
          }
          quantity
          quantityLow
          quantityHigh
          unit
          essential
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
      outputs(first: 60) {
        nodes {
          to {
            ...NodeParts
          }
          quantity
          quantityLow
          quantityHigh
          unit
          essential
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
      makers(first: 60) {
        nodes {
          firm {
            ...NodeParts
            country {
              key
              name
            }
          }
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
      substitutes(first: 30) {
        nodes {
          substitute {
            ...NodeParts
          }
          forItem {
            ...NodeParts
          }
          performance
          readiness
          note
          confidence
          row {
            ...RowParts
          }
        }
        totalCount
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),an=new H(`
    query ItemComposition($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    composition(of: $id) {
      unit
      flags
      coverage {
        known
        assumed
        unknown
      }
      elements(first: 40) {
        element {
          ...NodeParts
          symbol
          group
        }
        presence
        complete
        confidence
        kilograms {
          ...KilogramParts
        }
        via(first: 8) {
          key
          name
        }
        receipt {
          rows(first: 12) {
            source {
              key
            }
          }
        }
      }
      lumps(first: 5) {
        item {
          ...NodeParts
        }
        presence
        complete
        confidence
        kilograms {
          ...KilogramParts
        }
        receipt {
          ...ReceiptParts
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}
fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}`),on=new H(`
    query ItemMarket($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    concentration(of: [$id], first: 40) {
      item {
        ...NodeParts
      }
      under {
        ...NodeParts
      }
      stage
      figureYear
      source {
        ...SourceParts
      }
      hhi {
        low
        high
      }
      top1 {
        low
        high
      }
      rest
      highlyConcentrated
      flags
      parties(first: 8) {
        node {
          ...NodeParts
        }
        share
        rows(first: 4) {
          ...RowParts
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),sn=new H(`
    query ItemControls($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    controls(filter: {covers: $id}, first: 60) {
      nodes {
        ...ControlParts
      }
    }
  }
}
    fragment ControlParts on Control {
  ...NodeParts
  state
  effective
  suspendedFrom
  suspendedUntil
  summary
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),cn=new H(`
    query ElementControls($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    timeline(about: [$id], kinds: [CONTROL_EFFECTIVE], first: 100) {
      nodes {
        node {
          ...NodeParts
          ... on Control {
            ...ControlParts
          }
        }
      }
    }
  }
}
    fragment ControlParts on Control {
  ...NodeParts
  state
  effective
  suspendedFrom
  suspendedUntil
  summary
  row {
    ...RowParts
  }
}
fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),ln=new H(`
    query ItemUses($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    uses(of: $id, filter: {kinds: [PRODUCT]}, first: 200) {
      totalCount
      nodes {
        item {
          ...NodeParts
          unit
        }
        presence
        complete
        confidence
        kilogramsPerUnit {
          ...KilogramParts
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}`),un=new H(`
    query UseReceipt($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!, $element: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    composition(of: $id, element: $element) {
      elements(first: 1) {
        receipt {
          ...ReceiptParts
        }
      }
    }
  }
}
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}
fragment ReceiptParts on Receipt {
  formula
  rowCount
  rows(first: 40) {
    ...RowParts
  }
  assumptions {
    flag
    meaning
  }
}`);new H(`
    query CountryPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    country(id: $id) {
      ...NodeParts
      isRegion
      partOfWorld
      row {
        ...RowParts
      }
      members(first: 50) {
        nodes {
          ...NodeParts
        }
      }
      regions {
        ...NodeParts
      }
    }
    firms(filter: {countries: [$id]}, first: 200) {
      totalCount
      nodes {
        ...NodeParts
        roles
        row {
          ...RowParts
        }
      }
    }
    facilities(filter: {countries: [$id]}, first: 200) {
      totalCount
      nodes {
        ...NodeParts
        stage
        status
        startYear
        lat
        lon
        row {
          ...RowParts
        }
      }
    }
    controls(filter: {countries: [$id]}, first: 100) {
      totalCount
      nodes {
        ...NodeParts
        state
        effective
        row {
          ...RowParts
        }
      }
    }
    marketShares(filter: {countries: [$id]}, orderBy: SHARE, first: 300) {
      totalCount
      nodes {
        stage
        share
        tonnes
        year
        confidence
        item {
          ...NodeParts
        }
        row {
          ...RowParts
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),new H(`
    query FacilityPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    facility(id: $id) {
      ...NodeParts
      country {
        key
        name
      }
      lat
      lon
      stage
      status
      active
      startYear
      note
      row {
        ...RowParts
      }
      operators(first: 20) {
        nodes {
          firm {
            ...NodeParts
          }
          stake
          confidence
          row {
            ...RowParts
          }
        }
      }
      products(first: 60) {
        nodes {
          item {
            ...NodeParts
          }
          capacityTonnesPerYear
          outputTonnesPerYear
          year
          active
          confidence
          row {
            ...RowParts
          }
        }
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`);var dn=new H(`
    query ReleaseLine($asOf: Date, $scenario: [Edit!], $facts: FactFilter) {
  release {
    id
    horizon
  }
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    scenario {
      number
      text
    }
  }
}
    `),fn=new H(`
    query Search($text: String!, $in: [NodeKind!]) {
  search(text: $text, in: $in, first: 8) {
    node {
      ...NodeParts
      ... on Firm {
        country {
          key
        }
      }
      ... on Facility {
        stage
        country {
          key
        }
      }
      ... on Country {
        isRegion
      }
    }
    matched
    score
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}`);new H(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...NodeParts
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}`);var pn=new H(`
    query AnyNode($id: ID!) {
  node(id: $id) {
    ...NodeParts
    row {
      ...RowParts
    }
    ... on ItemGroup {
      note
      members(first: 200) {
        nodes {
          ...NodeParts
        }
      }
    }
    ... on Event {
      date
      effect
      firm {
        ...NodeParts
      }
      item {
        ...NodeParts
      }
    }
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}
fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
fragment RowParts on Row {
  file
  line
  confidence
  source {
    ...SourceParts
  }
  columns {
    name
    value
  }
}`),mn=new H(`
    query Choices {
  view {
    countries(first: 100) {
      nodes {
        key
        name
        isRegion
      }
    }
    elements: items(filter: {kinds: [ELEMENT]}, first: 60) {
      nodes {
        key
        name
      }
    }
  }
}
    `);function hn(e,t){return`\uFEFF${[e,...t].map(e=>e.map(gn).join(`,`)).join(`\r
`)}\r\n`}function gn(e){if(e==null)return``;if(typeof e==`number`)return String(e);let t=/^[=+\-@\t\r]/.test(e)&&!/^[+-]?\d+(\.\d+)?$/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll(`"`,`""`)}"`:t}function _n(e,t,n){let r=typeof t==`string`?new Blob([t],{type:n}):t,i=document.createElement(`a`);i.href=URL.createObjectURL(r),i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(i.href),1e3)}function vn(e,t){return`lodestone-${e.toLowerCase().normalize(`NFKD`).replace(/\p{M}/gu,``).replace(/[^a-z0-9]+/g,`-`).replace(/^-|-$/g,``).slice(0,60)||`table`}.${t}`}var yn=`/explorer/assets/source-sans-3-latin-wght-normal-Bo_j9asI.woff2`,bn=`/explorer/assets/source-serif-4-latin-wght-normal-DMe4EKeb.woff2`,xn=[`fill`,`fill-opacity`,`stroke`,`stroke-width`,`stroke-dasharray`,`stroke-opacity`,`opacity`,`font-family`,`font-size`,`font-weight`,`text-anchor`,`dominant-baseline`,`paint-order`];async function Sn(e,t){let n=e.viewBox.baseVal,r=n.width||e.clientWidth,i=n.height||e.clientHeight,a=i+44+24+t.lines.length*16,o=e.cloneNode(!0);wn(e,o);let s=On(`--paper`),c=On(`--ink`),l=On(`--ink-2`),u=t.lines.map((e,t)=>`<text x="0" y="${44+i+26+t*16}" font-size="12" fill="${l}" font-family="Source Sans 3, sans-serif">${kn(e)}</text>`),d=new XMLSerializer().serializeToString(o).replace(/^<svg[^>]*>/,``).replace(/<\/svg>$/,``);return{text:[`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -12 ${r+48} ${a+24}" width="${r+48}" height="${a+24}">`,`<title>${kn(t.title)}</title>`,`<defs><style>${await En()}</style>${Tn()}</defs>`,`<rect x="-24" y="-12" width="${r+48}" height="${a+24}" fill="${s}"/>`,`<text x="0" y="22" font-size="20" font-weight="600" fill="${c}" font-family="Source Serif 4, serif">${kn(t.title)}</text>`,`<g transform="translate(0 44)">${d}</g>`,...u,`</svg>`].join(``),width:r+48,height:a+24}}async function Cn(e,t){let{text:n,width:r,height:i}=await Sn(e,t),a=URL.createObjectURL(new Blob([n],{type:`image/svg+xml`}));try{let e=new Image;e.src=a,await e.decode();let t=document.createElement(`canvas`);t.width=Math.round(r*2),t.height=Math.round(i*2);let n=t.getContext(`2d`);if(n===null)throw Error(`this browser draws no pictures`);return n.drawImage(e,0,0,t.width,t.height),await new Promise((e,n)=>t.toBlob(t=>t===null?n(Error(`no picture`)):e(t),`image/png`))}finally{URL.revokeObjectURL(a)}}function wn(e,t){let n=getComputedStyle(e);for(let e of xn){let r=n.getPropertyValue(e);r!==``&&r!==`none`&&r!==`normal`?t.setAttribute(e,r.replace(/url\("?[^#]*(#[^")]+)"?\)/,`url($1)`)):(e===`fill`||e===`stroke`)&&t.setAttribute(e,`none`)}t.removeAttribute(`class`),t.removeAttribute(`tabindex`);for(let n=0;n<e.children.length;n++){let[r,i]=[e.children[n],t.children[n]];r!==void 0&&i!==void 0&&wn(r,i)}}function Tn(){let e=document.querySelector(`#patterns defs`);if(e===null)return``;let t=e.cloneNode(!0);return wn(e,t),new XMLSerializer().serializeToString(t).replace(/^<defs[^>]*>/,``).replace(/<\/defs>$/,``)}async function En(){let[e,t]=await Promise.all([Dn(yn),Dn(bn)]);return`@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${e})}@font-face{font-family:"Source Serif 4";font-weight:200 900;src:url(${t})}`}async function Dn(e){let t=new Uint8Array(await(await fetch(e)).arrayBuffer()),n=``;for(let e of t)n+=String.fromCharCode(e);return`data:font/woff2;base64,${btoa(n)}`}function On(e){let t=document.createElement(`span`);t.style.color=`var(${e})`,document.body.append(t);let n=getComputedStyle(t).color;return t.remove(),n}function kn(e){return e.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`)}var An=nt(void 0),jn=nt(void 0),Mn=nt(``);function Nn(){let e=P.value,t={...e.keys};return jn.value!==void 0&&(t.date=jn.value),An.value!==void 0&&(t.rel=An.value),location.origin+Et({...e,keys:t})}async function Pn(){try{return await navigator.clipboard.writeText(Nn()),!0}catch{return!1}}function Fn(e,t,n){return[...e].sort((e,r)=>{let[i,a]=[t(e)??null,t(r)??null];if(i===null||a===null)return i===a?0:i===null?1:-1;let o=typeof i==`number`&&typeof a==`number`?i-a:String(i).localeCompare(String(a),`en`);return n?-o:o})}var In=Symbol.for(`pv`),Ln=0;Array.isArray;function U(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:In,__v:--Ln,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}function Rn({name:e,columns:t,rows:n,most:r=50,none:i=`Nothing on record.`}){let[a,o]=A(null),[s,c]=A(!1),l=t.filter(e=>e.fileOnly!==!0),u=a===null?n:Fn(n,l[a.at]?.value??(()=>null),a.down),d=s?u:u.slice(0,r);return n.length===0?U(`p`,{class:`quiet`,children:i}):U(x,{children:[U(`section`,{class:`scroll`,tabIndex:0,"aria-label":`Table: ${e}`,children:U(`table`,{children:[U(`caption`,{class:`away`,children:e}),U(`thead`,{children:U(`tr`,{children:l.map((e,t)=>U(`th`,{scope:`col`,class:e.numeric===!0?`n`:void 0,"aria-sort":a?.at===t?a.down?`descending`:`ascending`:`none`,children:U(`button`,{type:`button`,onClick:()=>o(a?.at===t?{at:t,down:!a.down}:{at:t,down:e.numeric===!0}),children:[e.head,U(`span`,{"aria-hidden":`true`,children:a?.at===t?a.down?` ↓`:` ↑`:``})]})},e.head))})}),U(`tbody`,{children:d.map((e,t)=>U(`tr`,{children:l.map(t=>U(`td`,{class:t.bar===!0?`bar`:t.numeric===!0?`n`:void 0,children:t.cell===void 0?t.value(e):t.cell(e)},t.head))},t))})]})}),u.length>d.length&&U(`p`,{class:`noprint`,children:U(`button`,{type:`button`,onClick:()=>c(!0),children:[`Show `,u.length-d.length,` more of `,u.length]})})]})}var zn=nt(``);function W({title:e,heading:t=!0,note:n,legend:r,children:i,caption:a,columns:o,rows:s,sources:c,most:l,none:u}){let d=Me(null),f=i!==void 0,p=!f||F.value.table===`1`,m=()=>d.current?.querySelector(`svg.chart`)??null,h=()=>({title:e,lines:[`As of ${jn.value??`today`} · Lodestone release ${An.value??`unknown`}`]}),g=async()=>{let t=m();t!==null&&(_n(vn(e,`svg`),(await Sn(t,h())).text,`image/svg+xml`),zn.value=`SVG saved`)},_=async()=>{let t=m();t!==null&&(_n(vn(e,`png`),await Cn(t,h()),`image/png`),zn.value=`PNG saved`)},v=()=>{let t=[...o.map(e=>e.head),`sources`,`as of`,`release`],n=s.map(e=>[...o.map(t=>t.value(e)),c?.(e).join(` `)??null,jn.value??null,An.value??null]);_n(vn(e,`csv`),hn(t,n),`text/csv`),zn.value=`CSV saved`};return U(`section`,{class:`part`,children:[t&&U(`h2`,{children:e}),n!==void 0&&U(`p`,{class:`quiet`,children:n}),U(`figure`,{children:[f&&r,f&&U(`div`,{ref:d,class:`scroll`,children:i}),p&&U(`div`,{class:f?`behind`:void 0,children:U(Rn,{name:e,columns:o,rows:s,...l===void 0?{}:{most:l},...u===void 0?{}:{none:u}})}),s.length>0&&U(`div`,{class:`caption`,children:[U(`p`,{children:a}),U(`div`,{class:`buttons`,children:[f&&U(x,{children:[U(`button`,{type:`button`,"aria-pressed":p,onClick:()=>I({table:p?null:`1`}),children:`Table`}),U(`button`,{type:`button`,onClick:g,children:`SVG`}),U(`button`,{type:`button`,onClick:_,children:`PNG`})]}),U(`button`,{type:`button`,onClick:v,"aria-label":`CSV: ${e}`,children:`CSV`}),t||U(`button`,{type:`button`,onClick:async()=>{zn.value=await Pn()?`Link copied`:`The link could not be copied`,Mn.value=zn.value},children:`Copy link`})]})]})]})]})}var Bn=nt(null);function G(e,t,n){return{title:e,value:t,rows:n,rowCount:n.length}}function Vn(e,t,n,r){return{title:e,value:t,...n,more:r}}function K({receipt:e,children:t}){return U(`button`,{type:`button`,class:`num`,title:`Open the receipt: rows, sources and confidence`,onClick:()=>{Bn.value=e()},children:t})}function q({what:e=`unknown`}){return U(`span`,{class:`unknown`,children:e})}var Hn={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`not exposed`,NO_LICENCE:`no licence`,EXEMPT_REPORT:`no licence, but a report`,INDIVIDUAL_NO_TIME_LIMIT:`individual licence, no time limit`,INDIVIDUAL:`individual licence`,GENERAL_ELIGIBLE:`individual licence, general possible`,GENERAL_LICENCE:`general licence`,CASE_BY_CASE:`case by case`,REFUSED_IN_PRINCIPLE:`refused in principle`,PROHIBITED:`barred`,ACTIVE:`in force`,REVIVED:`in force by the letter, not verified`,NOT_YET:`not yet in force`,RAMP_UP:`ramping up`,CONSTRUCTION:`being built`,OEM:`maker of finished goods`,ICE_VEHICLE:`combustion vehicle`,EV:`electric vehicle`,SENSITIVE_CHIP_AI:`sensitive chips and AI`,KG_PER_KG:`kg per kg`,KG_PER_UNIT:`kg per piece`,UNIT_PER_UNIT:`pieces per piece`,KG_PER_MW:`kg per MW`,UNIT_PER_MW:`pieces per MW`,NON_RARE_EARTH:`not a rare earth`};function J(e){return e==null?`not stated`:Hn[e]??e.toLowerCase().replaceAll(`_`,` `)}function Un(e){return e.charAt(0).toUpperCase()+e.slice(1)}var Wn=[`EXPOSED`,`LINKED`,`IMPLIED`,`UNKNOWN`,`NOT_EXPOSED`],Gn={EXPOSED:`stated shares reach the target`,LINKED:`a chain on record reaches it; its share is not stated`,IMPLIED:`no chain on record; recipe and world market give an estimate`,UNKNOWN:`nobody can say`,NOT_EXPOSED:`proven to stay clear`},Kn=[`MINE`,`CONCENTRATION`,`SEPARATION`,`METAL`,`ALLOY`,`MAGNET`,`MOTOR`,`COMPONENT`,`ASSEMBLY`,`RECYCLING`],qn=[`LOW`,`MEDIUM`,`HIGH`],Jn={MINE:`mines`,CONCENTRATION:`concentrators`,SEPARATION:`refiners`,METAL:`metal makers`,ALLOY:`alloy makers`,MAGNET:`magnet makers`,MOTOR:`motor makers`,COMPONENT:`component makers`,ASSEMBLY:`assemblers`,RECYCLING:`recyclers`},Yn={Element:`element`,Material:`material`,Component:`component`,Product:`product`,Firm:`firm`};function Xn(e){return Yn[e]??`record`}function Zn(e){let t=e.replace(/([a-z])([A-Z])/g,`$1 $2`).toLowerCase();return e===`Facility`?`plant`:e===`ItemGroup`?`group`:t}var Qn=[`ELEMENT`,`MATERIAL`,`COMPONENT`,`PRODUCT`,`ITEM_GROUP`,`FIRM`,`FACILITY`,`COUNTRY`,`REGION`,`CONTROL`,`LICENCE_TYPE`,`EVENT`,`PROCUREMENT_RULE`];function $n(e){return{PAST_HORIZON:`the day lies after the newest source`,RULES_NOT_CHECKED:`the day lies after the newest dated fact on controls`,SUSPENSION_EXPIRED_UNVERIFIED:`rests on a control whose suspension has run out; what followed is not known`,EQUAL_SPLIT:`unstated shares split in equal parts`,IMPRECISE_DATE:`a date is known to the month or year only`,TAKEN_AS_CIVILIAN:`end use decided as civilian`,INCOMPLETE:`some quantities on the way are not stated`,LUMP_APART:`a total that names no element is reported apart`,NO_RECIPE:`the data do not say what it is made of`,SOURCE_UNDATED:`some sources state no date`,END_COMPUTED:`the end is computed from how long its kind is valid`}[e]??J(e)}function er(e){return e==null?`unknown`:J(e)}function Y({title:e,children:t}){let n=Me(null),{page:r,id:i}=P.value;return je(()=>{document.title=`${e} · Lodestone`},[e]),je(()=>{(r!==tr.page||i!==tr.id)&&(n.current?.focus({preventScroll:!0}),tr={page:`\0`,id:``})},[r,i]),U(x,{children:[U(`h1`,{ref:n,tabIndex:-1,children:e}),t!==void 0&&U(`p`,{class:`subtitle`,children:t})]})}var tr={page:P.value.page,id:P.value.id};function X({of:e}){return e.length===0?null:U(`div`,{class:`notice fault`,role:`alert`,children:e.slice(0,3).map(e=>U(`p`,{children:[e.message,e.extensions?.hint===void 0?``:` ${e.extensions.hint}`]},e.message))})}function nr({of:e}){return e.length===0?null:U(`p`,{class:`notice`,children:[U(`b`,{children:`Caution:`}),` `,e.map($n).join(`; `),`.`]})}function rr(){return U(`p`,{class:`wait`,role:`status`,children:`Asking…`})}var ir=[`remove`,`limit`,`add`,`delay`,`control`,`licence`];function ar(e){if(e===void 0||e===``)return[];if(!e.startsWith(`1.`))return null;try{let t=atob(e.slice(2).replaceAll(`-`,`+`).replaceAll(`_`,`/`)),n=JSON.parse(new TextDecoder(`utf-8`,{fatal:!0}).decode(Uint8Array.from(t,e=>e.charCodeAt(0))));return or(n)?n:null}catch{return null}}function or(e){return Array.isArray(e)&&e.length<=100&&e.every(e=>{if(typeof e!=`object`||!e)return!1;let t=Object.keys(e);return t.length===1&&ir.includes(t[0]??``)})}var sr=[`LOW`,`MEDIUM`,`HIGH`],cr=N(()=>ar(F.value.scn)),lr=N(()=>kt(F.value.date)?F.value.date:void 0),ur=N(()=>At(F.value.conf,sr).value),Z=N(()=>{let e={};return lr.value!==void 0&&(e.asOf=lr.value),cr.value!==null&&cr.value.length>0&&(e.scenario=cr.value),ur.value!==`LOW`&&(e.facts={minConfidence:ur.value}),e}),dr=N(()=>{let e=[];return F.value.date!==void 0&&lr.value===void 0&&e.push(`“${F.value.date}” is no day of the calendar, so the page shows today.`),cr.value===null&&e.push(`The what-if in this link cannot be read, so the page shows the world as it is on record.`),At(F.value.conf,sr).fell&&e.push(`“${F.value.conf}” is no level of confidence, so all rows count.`),e});function fr(){let{asOf:e,facts:t}=Z.value,{data:n,faults:r}=R(Xt,{asOf:e,facts:t});if(n===null)return U(x,{children:[U(Y,{title:`The data`}),r.length>0?U(X,{of:r}):U(rr,{})]});let{release:i}=n,a=i.tables.reduce((e,t)=>e+t.rows,0),o=n.view.sources;return U(x,{children:[U(Y,{title:`${a.toLocaleString(`en-GB`)} rows from ${V(o?.totalCount??0,`source`)}, and what they leave open`,children:[`Release `,U(`code`,{children:i.id}),`, named by its content: equal rows have equal ids.`]}),U(X,{of:r}),U(`section`,{class:`part`,children:[U(`h2`,{children:`How far it reaches`}),U(`dl`,{class:`facts`,children:[U(`dt`,{children:`newest source`}),U(`dd`,{children:[i.horizon,`; a source dated to a year counts to its end`]}),U(`dt`,{children:`controls checked until`}),U(`dd`,{children:[n.view.checked?.[0]?.checkedUntil??U(q,{}),`; what became of them later is not in the data`]}),U(`dt`,{children:`looked at on`}),U(`dd`,{children:n.view.asOf})]})]}),U(pr,{view:n.view}),U(mr,{view:n.view}),U(W,{title:`${V(i.tables.length,`table`)}`,rows:i.tables,most:60,columns:[{head:`table`,value:e=>e.name},{head:`rows`,numeric:!0,value:e=>e.rows,cell:e=>e.rows.toLocaleString(`en-GB`)},{head:`columns`,value:e=>e.columns.join(`, `)}],caption:`Each row stands in a file of that name, and each receipt names file and line.`})]})}function pr({view:e}){let t=[],n=(e,n,r,i)=>{t.push({what:e,known:n,of:r,partly:i!==void 0&&i>r})};n(`sales that state the buyer's share`,e.salesWithShare?.totalCount??0,e.sales?.totalCount??0,void 0);let r=e.recipes?.nodes??[];n(`inputs in recipes that state an amount`,r.filter(e=>e.quantity!==null).length,r.length,e.recipes?.totalCount);let i=e.facilities?.nodes??[];n(`plants with a place on the map`,i.filter(e=>e.lat!==null).length,i.length,e.facilities?.totalCount),n(`plants with a first year`,i.filter(e=>e.startYear!==null).length,i.length,e.facilities?.totalCount);let a=e.holdings?.nodes??[];n(`holdings that state the stake`,a.filter(e=>e.stake!==null).length,a.length,e.holdings?.totalCount);let o=e.sources?.nodes??[];n(`sources with a date of publication`,o.filter(e=>e.published!==null).length,o.length,e.sources?.totalCount);let s=t[0];return U(W,{title:s===void 0||s.of===0?`What is not known`:`Most is known to be, not how much: ${B(s.known/s.of)} of sales state a share`,rows:t,columns:[{head:`what`,value:e=>e.what},{head:`known`,numeric:!0,value:e=>e.known},{head:`of`,numeric:!0,value:e=>e.of,cell:e=>`${e.of}${e.partly?` (the first of more)`:``}`},{head:`part`,numeric:!0,value:e=>e.of===0?null:e.known/e.of,cell:e=>e.of===0?U(q,{}):B(e.known/e.of)},{head:`unknown`,numeric:!0,value:e=>e.of-e.known},{head:`known and unknown`,bar:!0,value:()=>null,cell:e=>U(`svg`,{viewBox:`0 0 170 12`,width:`170`,height:`12`,role:`img`,"aria-label":`${e.known} of ${e.of} known`,children:[U(`rect`,{class:`unknown`,width:`170`,height:`12`}),U(`rect`,{class:`amount`,width:e.of===0?0:e.known/e.of*170,height:`12`})]})}],caption:`Counted in the rows of this view. Hatched is what nobody states; it is carried through every answer as unknown.`})}function mr({view:e}){let t=(e,t)=>(e??[]).filter(e=>e.verdict===t).length,n=Wn.map(n=>({verdict:n,firms:t(e.firms?.nodes,n),products:t(e.products?.nodes,n)})),r=n.find(e=>e.verdict===`UNKNOWN`);return U(W,{title:`Who depends on Chinese refiners is unknown for ${r?.firms??0} of ${e.firms?.totalCount??0} firms and ${r?.products??0} of ${e.products?.totalCount??0} products`,rows:n,columns:[{head:`verdict`,value:e=>e.verdict,cell:e=>J(e.verdict)},{head:`firms`,numeric:!0,value:e=>e.firms},{head:`products`,numeric:!0,value:e=>e.products}],caption:`One question asked of everybody on record, as a measure of coverage.`})}function hr({share:e,verdict:t,basis:n,width:r=170}){return U(`svg`,{viewBox:`0 0 ${r} 16`,width:r,height:`16`,role:`img`,"aria-label":Kt(e),children:U(gr,{share:e,verdict:t,basis:n,width:r,height:10,y:3})})}function gr({share:e,verdict:t,basis:n,width:r,height:i,y:a=0,x:o=0}){let s=e=>Math.round(e*r*10)/10,c=t===`NOT_EXPOSED`;return U(`g`,{children:[U(`rect`,{class:`empty`,x:o+.5,y:a+.5,width:r-1,height:i-1}),e.high>e.low&&U(`rect`,{class:`unknown`,x:o+s(e.low),y:a,width:s(e.high-e.low),height:i}),e.low>0&&U(`rect`,{class:n===`MARKET`?`market`:`exposed`,x:o,y:a,width:s(e.low),height:i}),c&&e.high===0&&U(`rect`,{class:`safe`,x:o,y:a,width:`4`,height:i}),e.estimate!==null&&t!==`UNKNOWN`&&U(_r,{x:o+s(e.estimate),y:a+i/2})]})}function _r({x:e,y:t}){return U(`path`,{class:`dot`,d:`M${e} ${t-6}l5 6l-5 6l-5 -6z`})}function vr(){return U(`ul`,{class:`legend`,"aria-label":`Legend`,children:[U(`li`,{children:[U(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:U(`rect`,{class:`exposed`,width:`18`,height:`10`})}),`at least, by sales on record`]}),U(`li`,{children:[U(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:U(`rect`,{class:`market`,width:`18`,height:`10`})}),`at least, by the world market`]}),U(`li`,{children:[U(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:U(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`unknown: can be, is not proven`]}),U(`li`,{children:[U(`svg`,{width:`12`,height:`14`,"aria-hidden":`true`,children:U(_r,{x:6,y:7})}),`estimate under the stated assumptions`]}),U(`li`,{children:[U(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:U(`rect`,{class:`empty`,x:`0.5`,y:`0.5`,width:`17`,height:`9`})}),`ruled out`]})]})}function yr(e,t=1144){let[n,r]=A(Math.min(t,Math.max(300,document.documentElement.clientWidth-56)));return je(()=>{let t=e.current;if(t===null)return;let n=new ResizeObserver(([e])=>{let t=Math.floor(e?.contentRect.width??0);t>0&&r(t)});return n.observe(t),()=>n.disconnect()},[e]),n}function br({label:e,layout:t,least:n=300}){let r=Me(null),i=Math.max(n,yr(r)),{height:a,marks:o,behind:s,front:c}=t(i),[l,u]=A(-1),[d,f]=A(-1),p=Pe(),m=o[l],h=m??o[d];return U(`div`,{ref:r,class:`drawing`,onMouseLeave:()=>f(-1),children:[U(`svg`,{role:`listbox`,class:`chart`,viewBox:`0 0 ${i} ${a}`,width:i,height:a,"aria-label":`${e}. Arrows walk the marks, Enter opens`,"aria-activedescendant":m===void 0?void 0:`${p}-${l}`,tabIndex:0,onKeyDown:e=>{let t=e.key===`ArrowDown`||e.key===`ArrowRight`?1:e.key===`ArrowUp`||e.key===`ArrowLeft`?-1:0;t!==0&&o.length>0?(e.preventDefault(),u(e=>Math.max(0,Math.min(o.length-1,e+t)))):e.key===`Home`||e.key===`End`?(e.preventDefault(),u(e.key===`Home`?0:o.length-1)):(e.key===`Enter`||e.key===` `)&&(e.preventDefault(),m?.open?.())},onBlur:()=>u(-1),children:[s,o.map((e,t)=>U(x,{children:U(`g`,{id:`${p}-${t}`,role:`option`,"aria-label":e.label,"aria-selected":t===l,onClick:e.open,onMouseEnter:()=>f(t),class:e.open===void 0?void 0:`opens`,children:[e.open!==void 0&&U(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`clear`}),t===l&&U(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`here`,rx:`2`}),e.draw]})},e.key)),c]}),h!==void 0&&U(xr,{mark:h,width:i})]})}function xr({mark:e,width:t}){return U(`div`,{class:`tip`,style:{left:`${Math.max(0,Math.min(e.x,t-340))}px`,top:`${e.y+e.height+4}px`},"aria-hidden":`true`,children:e.tip??e.label})}function Sr(e,t,n=6.3){let r=Math.max(3,Math.floor(t/n));return e.length<=r?e:`${e.slice(0,r-1).trimEnd()}…`}function Q({of:e}){return U(wr,{to:L(Xn(e.__typename),e.key),children:e.name})}function Cr({of:e,none:t=`none on record`}){return e.length===0?U(`span`,{class:`unknown`,children:t}):U(`ul`,{class:`inline`,children:e.map(e=>U(`li`,{children:U(Q,{of:e})},e.key))})}function wr({to:e,children:t,current:n,className:r}){return U(`a`,{href:e,class:r,"aria-current":n===!0?`page`:void 0,onClick:t=>{t.button!==0||t.metaKey||t.ctrlKey||t.shiftKey||t.altKey||(t.preventDefault(),Nt(e))},children:t})}function Tr(e,t,n,r,i){let a=`Dependence of ${e} on ${Er(n)}`;return{title:a,value:``,load:async()=>{let{data:e}=await Ht(Qt,{...Z.value,id:t,to:n,element:r??null,endUse:i??null}),o=e?.view.exposure?.nodes[0];return o===void 0?null:Vn(a,`${J(o.verdict)}: ${Kt(o.share)}`,o.receipt,U(Dr,{of:o}))}}}function Er(e){return[...e.countries??[],...(e.stages??[]).map(e=>`at ${J(e)}`),...e.firms??[],...e.facilities??[],...e.items??[],...e.controls??[]].join(` `)}function Dr({of:e}){return U(x,{children:[U(`p`,{children:[`Known `,B(e.coverage.known),`, assumed `,B(e.coverage.assumed),`, unknown `,B(e.coverage.unknown),`; basis:`,` `,J(e.basis),`.`]}),e.paths.nodes.map((e,t)=>U(`div`,{children:[U(`h3`,{children:t===0?`Best chain on record`:`Next chain`}),e.hops.map((e,t)=>U(`div`,{class:`hop`,children:[U(`span`,{class:`quiet`,children:J(e.kind)}),` `,U(Q,{of:e.from}),` → `,U(Q,{of:e.to}),e.share!==null&&`, ${z(e.share)}${e.stated?``:` (not stated)`}`,e.rows.length>0&&U(`div`,{class:`quiet`,children:[e.rows.map(e=>`${e.file}:${e.line}`).join(`, `),e.confidence!==null&&`, confidence ${J(e.confidence)}`]})]},t))]},t)),e.paths.truncated&&U(`p`,{class:`quiet`,children:`More chains exist than are listed.`}),e.steps.length>0&&U(x,{children:[U(`h3`,{children:`World market at each step`}),U(`ul`,{class:`plain`,children:e.steps.map(e=>U(`li`,{children:[U(Q,{of:e.item}),`: `,B(e.share),e.lowest!==e.most&&` (${B(e.lowest)} to ${B(e.most)} by source)`,`, `,J(e.stage),`,`,` `,e.year,`, `,e.source.publisher,`, confidence `,J(e.confidence)]},`${e.item.key} ${e.stage}`))})]})]})}function Or(e,t,n,r){return e.every(e=>{let i=n[e.key];return i===void 0||e.key===r||e.of(t).includes(i)})}function kr(e,t,n,r){let i=new Map;for(let a of n)for(let n of t.of(a))i.set(n,(i.get(n)??0)+ +!!Or(e,a,r,t.key));let a=t.order;return[...i].sort((e,t)=>a===void 0?t[1]-e[1]||(e[0]<t[0]?-1:1):a.indexOf(e[0])-a.indexOf(t[0]))}var Ar=8;function jr({facets:e,rows:t}){return U(`div`,{class:`facets`,children:e.map(n=>{let r=F.value[n.key],i=kr(e,n,t,F.value),a=i.filter(([e],t)=>t<Ar||e===r),o=Math.max(1,...i.map(([,e])=>e)),s=i.length-a.length;return U(`div`,{class:`facet`,children:[U(`h2`,{children:n.head}),U(`ul`,{children:a.map(([e,t])=>U(`li`,{children:U(`button`,{type:`button`,"aria-pressed":r===e,title:n.title?.(e),onClick:()=>I({[n.key]:r===e?null:e}),children:[U(`span`,{children:n.name(e)}),U(`span`,{children:t}),U(`svg`,{viewBox:`0 0 100 3`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:U(`rect`,{class:`amount`,width:t/o*100,height:`3`})})]})},e))}),s>0&&U(`p`,{class:`badge`,children:[`and `,s,` more in the table`]})]},n.key)})})}var Mr={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`safe`};function Nr({verdict:e,certainty:t}){return U(`span`,{class:`pill ${Mr[e]}`,children:[J(e),t===`POSSIBLE`?`, possible`:t===`CERTAIN`?`, certain`:``]})}var Pr={ACTIVE:`exposed`,SUSPENDED:`suspended`,REVIVED:`unknown`,NOT_YET:``,ENDED:``};function Fr({state:e}){return e==null?U(`span`,{class:`pill unknown`,children:`unknown`}):U(`span`,{class:`pill ${Pr[e]}`,children:J(e)})}var Ir={OPEN:`safe`,DELAYED:`suspended`,CLOSED:`exposed`,UNVERIFIED:`unknown`};function Lr({passage:e}){return U(`span`,{class:`pill ${e==null?`unknown`:Ir[e]}`,children:er(e)})}var Rr=[`firms`,`products`],zr=[`SEPARATION`,`any`,...Kn.filter(e=>e!==`SEPARATION`)];function Br(){let e=At(F.value.of,Rr).value,t=At(F.value.stage,zr).value,n=F.value.to??`CN`,r=F.value.el??null,i=t===`any`?{countries:[n]}:{countries:[n],stages:[t]},a=e===`firms`?{firms:{}}:{items:{kinds:[`PRODUCT`]}},{data:o,faults:s,waiting:c}=R(Zt,{...Z.value,of:a,to:i,element:r,endUse:null}),l=R(mn,{}).data?.view,u=o?.view.exposure?.nodes??[],d=e===`firms`?Wr:Gr,f=Ne(()=>u.filter(e=>Or(d,e,F.value)),[u,d,F.value]),p=l?.countries?.nodes.find(e=>e.key===n)?.name??n,m=`${t===`any`?`makers`:Jn[t]} in ${p}`,h=Vr(e,u,m);return U(x,{children:[U(Y,{title:h,children:[u.length===0?``:`${Hr(u)} Three ways of knowing, never added. `,o?.view.exposure!=null&&o.view.exposure.totalCount>u.length&&`Only the first ${u.length} of ${o.view.exposure.totalCount} are drawn.`]}),U(`div`,{class:`controls`,children:[U(`label`,{children:[`Who`,U(`select`,{value:e,onChange:e=>I({of:e.currentTarget.value===`firms`?null:e.currentTarget.value,verdict:null,country:null,role:null,sector:null,use:null}),children:[U(`option`,{value:`firms`,children:`firms`}),U(`option`,{value:`products`,children:`products`})]})]}),U(`label`,{children:[`depends on`,U(`select`,{value:n,onChange:e=>I({to:e.currentTarget.value===`CN`?null:e.currentTarget.value}),children:(l?.countries?.nodes??[{key:n,name:p}]).map(e=>U(`option`,{value:e.key,children:e.name},e.key))})]}),U(`label`,{children:[`at the stage`,U(`select`,{value:t,onChange:e=>I({stage:e.currentTarget.value===`SEPARATION`?null:e.currentTarget.value}),children:[`any`,...Kn].map(e=>U(`option`,{value:e,children:e===`any`?`any stage`:J(e)},e))})]}),U(`label`,{children:[`for`,U(`select`,{value:r??``,onChange:e=>I({el:e.currentTarget.value||null}),children:[U(`option`,{value:``,children:`any element`}),(l?.elements?.nodes??[]).map(e=>U(`option`,{value:e.key,children:e.name},e.key))]})]})]}),U(X,{of:s}),U(nr,{of:(o?.view.exposure?.flags??[]).filter(e=>!(o?.view.flags??[]).includes(e))}),c&&o===null?U(rr,{}):U(x,{children:[U(jr,{facets:d,rows:u}),U(qr,{rows:f,all:u.length,title:h,to:i,element:r??void 0,target:m})]})]})}function Vr(e,t,n){if(t.length===0)return`Who depends on ${n}`;let r=t.filter(e=>e.verdict===`EXPOSED`||e.verdict===`LINKED`).length,i=t.filter(e=>e.verdict===`IMPLIED`).length;return`${r} of ${t.length} ${e} are tied to ${n} on record; ${i} more by recipe and market`}function Hr(e){let t=t=>e.filter(e=>e.verdict===t).length;return`${t(`UNKNOWN`)} are unknown: nobody can say. ${t(`NOT_EXPOSED`)} are proven to stay clear.`}var Ur={key:`verdict`,head:`How it is known`,of:e=>[e.verdict],name:J,order:Wn,title:e=>Gn[e]??``},Wr=[Ur,{key:`country`,head:`Country of the firm`,of:e=>e.subject.__typename===`Firm`?[e.subject.country.name]:[],name:e=>e},{key:`role`,head:`What the firm does`,of:e=>e.subject.__typename===`Firm`?e.subject.roles:[],name:J}],Gr=[Ur,{key:`sector`,head:`Industry`,of:e=>e.subject.__typename===`Product`?[e.subject.sector]:[],name:J},{key:`use`,head:`End use`,of:e=>e.subject.__typename===`Product`?[e.subject.endUse]:[],name:J}],Kr=30;function qr({rows:e,all:t,title:n,to:r,element:i,target:a}){let o=e=>Tr(e.subject.name,e.subject.key,r,i),s=[{head:`who`,value:e=>e.subject.name,cell:e=>U(Q,{of:e.subject})},{head:`id`,value:e=>e.subject.key,fileOnly:!0},{head:`country`,value:e=>e.subject.__typename===`Firm`?e.subject.country.key:null,cell:e=>e.subject.__typename===`Firm`?e.subject.country.name:``},{head:`verdict`,value:e=>e.verdict,cell:e=>U(Nr,{verdict:e.verdict,certainty:e.certainty})},{head:`share`,bar:!0,value:e=>e.share.estimate,cell:e=>U(hr,{share:e.share,verdict:e.verdict,basis:e.basis})},{head:`estimate`,numeric:!0,value:e=>e.share.estimate,cell:e=>U(K,{receipt:()=>o(e),children:e.share.estimate===null||e.verdict===`UNKNOWN`?U(q,{}):z(e.share.estimate)})},{head:`proven at least`,numeric:!0,value:e=>e.share.low,cell:e=>z(e.share.low)},{head:`at most`,numeric:!0,value:e=>e.share.high,cell:e=>z(e.share.high)},{head:`sales away`,numeric:!0,value:e=>e.nearestTier??e.possibleTier,cell:e=>e.nearestTier??e.possibleTier??U(q,{what:`no chain`})},{head:`strongest need`,value:e=>e.item?.name??null,cell:e=>e.item===null?U(q,{what:`none`}):U(Q,{of:e.item})},{head:`known`,value:e=>e.coverage.known,fileOnly:!0},{head:`assumed`,value:e=>e.coverage.assumed,fileOnly:!0},{head:`unknown`,value:e=>e.coverage.unknown,fileOnly:!0},{head:`flags`,value:e=>e.flags.join(` `),fileOnly:!0}],c=e.slice(0,Kr);return U(W,{title:n,heading:!1,columns:s,rows:e,legend:U(vr,{}),none:`No one passes these filters.`,caption:U(x,{children:[e.length<t?`${V(e.length,`row`)} of ${t} pass the filters. `:``,e.length>Kr?`Drawn: the first ${Kr} of ${e.length}, strongest verdict first; all are in the table. `:``,`Share of the need that passes `,a,` at any tier. Enter or a click opens the receipt. Recorded chains and market estimates are never added.`]}),children:U(br,{label:n,layout:e=>Jr(c,e,e=>()=>Bn.value=o(e))})})}function Jr(e,t,n){let r=t<640,i=r?40:24,a=r?0:330,o=r?74:250,s=t-a-o;return{height:22+e.length*i+4,behind:U(`g`,{children:[0,.25,.5,.75,1].map(t=>U(`g`,{children:[U(`line`,{class:`line`,x1:a+t*s,x2:a+t*s,y1:18,y2:22+e.length*i}),U(`text`,{class:`tick`,x:a+t*s,y:12,"text-anchor":t===0?`start`:`middle`,children:t})]},t))}),marks:e.map((e,o)=>{let c=22+o*i,l=Sr(e.subject.name,r?t-150:a-16),u=qt(e),d=e.certainty===null?``:` (${J(e.certainty)})`,f=r?J(e.verdict):`${Un(J(e.verdict))}${d} · ${u} in ${Gt(e.share)}`;return{key:e.subject.key,label:r?`${l}${f}${u}, ${e.subject.name}, ${Kt(e.share)}`:`${l}${f}, ${e.subject.name}, ${Kt(e.share)}`,tip:`${e.subject.name}: ${J(e.verdict)}${d}; ${Kt(e.share)}. ${Gn[e.verdict]}.`,open:n(e),x:0,y:c,width:t,height:i,draw:U(`g`,{children:[U(`text`,{class:`label`,x:0,y:c+16,children:l}),U(gr,{share:e.share,verdict:e.verdict,basis:e.basis,x:a,y:r?c+22:c+6,width:s,height:12}),r?U(x,{children:[U(`text`,{class:`tick`,x:t,y:c+16,"text-anchor":`end`,children:J(e.verdict)}),U(`text`,{class:`tick`,x:t,y:c+33,"text-anchor":`end`,children:u})]}):U(`text`,{class:`tick`,x:a+s+14,y:c+16,children:f})]})}})}}function Yr(e,t){if(t===void 0)return e;let n={EXPOSED:`${e} depends on China by stated shares`,LINKED:`${e} is tied to China by a chain on record`,IMPLIED:`${e} depends on China by recipe and world market`,UNKNOWN:`Whether ${e} depends on China is unknown`,NOT_EXPOSED:`${e} is proven clear of China`},r=t.share.estimate===null||t.verdict===`UNKNOWN`||t.verdict===`NOT_EXPOSED`?``:`: ${z(t.share.estimate)} of the need`;return n[t.verdict]+r}function Xr({asked:e,name:t,id:n}){let{data:r,faults:i}=e;if(r===null)return i.length>0?U(X,{of:i}):U(rr,{});let a=r.view,o=[[null,a.any],[`MINE`,a.mine],[`SEPARATION`,a.separation],[`METAL`,a.metal],[`ALLOY`,a.alloy],[`MAGNET`,a.magnet]].flatMap(([e,t])=>{let n=t?.nodes[0];return n===void 0?[]:[{stage:e,found:n}]}),s=e=>e.stage===null?`any stage`:J(e.stage),c=e=>Tr(t,n,e.stage===null?{countries:[`CN`]}:{countries:[`CN`],stages:[e.stage]}),l=`How much of it passes China, step by step`;return U(W,{title:l,rows:o,legend:U(vr,{}),columns:[{head:`step in China`,value:s},{head:`verdict`,value:e=>e.found.verdict,cell:e=>U(Nr,{verdict:e.found.verdict,certainty:e.found.certainty})},{head:`share`,bar:!0,value:e=>e.found.share.estimate,cell:e=>U(hr,{share:e.found.share,verdict:e.found.verdict,basis:e.found.basis})},{head:`estimate`,numeric:!0,value:e=>e.found.share.estimate,cell:e=>U(K,{receipt:()=>c(e),children:e.found.share.estimate===null||e.found.verdict===`UNKNOWN`?U(q,{}):z(e.found.share.estimate)})},{head:`at least`,numeric:!0,value:e=>e.found.share.low,cell:e=>z(e.found.share.low)},{head:`at most`,numeric:!0,value:e=>e.found.share.high,cell:e=>z(e.found.share.high)},{head:`known`,numeric:!0,value:e=>e.found.coverage.known,cell:e=>z(e.found.coverage.known)},{head:`assumed`,numeric:!0,value:e=>e.found.coverage.assumed,cell:e=>z(e.found.coverage.assumed)},{head:`unknown`,numeric:!0,value:e=>e.found.coverage.unknown,cell:e=>z(e.found.coverage.unknown)},{head:`strongest need`,value:e=>e.found.item?.name??null,cell:e=>e.found.item===null?U(q,{what:`none`}):U(Q,{of:e.found.item})}],caption:`Share of the need that passes the step in China at any tier. Recorded chains and market estimates are never added. Enter or a click opens the receipt.`,children:U(br,{label:l,layout:e=>Zr(o,e,s,e=>()=>Bn.value=c(e))})})}function Zr(e,t,n,r){let i=t<640,a=i?100:250,o=t-110-a;return{height:22+e.length*26+2,behind:U(`g`,{children:[0,.5,1].map(t=>U(`g`,{children:[U(`line`,{class:`line`,x1:110+t*o,x2:110+t*o,y1:18,y2:22+e.length*26}),U(`text`,{class:`tick`,x:110+t*o,y:12,"text-anchor":`middle`,children:t})]},t))}),marks:e.map((e,a)=>{let s=22+a*26,{found:c}=e,l=Un(n(e)),u=qt(c),d=i?`${J(c.verdict)} ${u}`:`${Un(J(c.verdict))} · ${u} in ${Gt(c.share)}`;return{key:l,label:`${l}${d}, ${Kt(c.share)}`,tip:`${l}: ${J(c.verdict)}; ${Kt(c.share)}. ${Gn[c.verdict]}.`,open:r(e),x:0,y:s,width:t,height:26,draw:U(`g`,{children:[U(`text`,{class:e.stage===null?`label name`:`label`,x:0,y:s+17,children:l}),U(gr,{share:c.share,verdict:c.verdict,basis:c.basis,x:110,y:s+6,width:o,height:13}),U(`text`,{class:`tick`,x:110+o+14,y:s+17,children:d})]})}})}}function Qr(e,t){return e.mid===null&&e.low===null&&e.high===null?`MASS_UNKNOWN`:t?`KNOWN`:`KNOWN_IN_PART`}function $(e){return[...new Set(e.flatMap(e=>e.source===null?[]:[e.source.key]))]}function $r(){let{data:e,faults:t,waiting:n}=R(tn,{...Z.value,id:Mt.value}),r=R($t,{...Z.value,id:Mt.value,country:`CN`,endUse:`UNKNOWN`}),i=e?.view.firm??null;if(i===null)return U(x,{children:[U(Y,{title:n?`Asking…`:`There is no firm of that name`}),n&&U(rr,{}),U(X,{of:t})]});let a=e?.view.listedEntities?.nodes??[];return U(x,{children:[U(Y,{title:Yr(i.name,r.data?.view.any?.nodes[0]),children:[U(Q,{of:i.country}),` ·`,` `,i.roles.length===0?U(q,{what:`what it does is not stated`}):i.roles.map(J).join(`, `),i.ticker!==null&&` · ${i.ticker}`,i.aliases.length>0&&` · also: ${i.aliases.map(e=>e.text).join(`, `)}`,i.note!==null&&` · ${i.note}`]}),U(X,{of:t}),U(Xr,{asked:r,name:i.name,id:i.key}),U(ei,{firm:i}),U(ti,{firm:i}),U(ni,{firm:i}),U(ri,{firm:i}),U(ii,{firm:i}),a.length>0&&U(W,{title:`Named on ${V(a.length,`list`)}`,rows:a,columns:[{head:`control`,value:e=>e.control.name,cell:e=>U(Q,{of:e.control})},{head:`list`,value:e=>e.list,cell:e=>U(K,{receipt:()=>G(e.control.name,J(e.list),[e.row]),children:J(e.list)})},{head:`state`,value:e=>e.control.state,cell:e=>U(Fr,{state:e.control.state})},{head:`named as`,value:e=>e.name}],sources:e=>$([e.row])})]})}function ei({firm:e}){let{data:t}=R(en,{...Z.value,id:e.key,to:{countries:[`CN`]}}),n=t?.view.exposure?.nodes[0]?.lines??[];return t===null?U(rr,{}):U(W,{title:n.length===0?`No need of it is on record`:`${V(n.length,`need`)}, by how far each rests on China`,rows:n,most:12,columns:[{head:`what it needs`,value:e=>e.item.name,cell:e=>U(Q,{of:e.item})},{head:`verdict`,value:e=>e.verdict,cell:e=>U(Nr,{verdict:e.verdict,certainty:e.certainty})},{head:`share`,bar:!0,value:e=>e.share.estimate,cell:e=>U(hr,{share:e.share,verdict:e.verdict,basis:e.basis})},{head:`estimate`,numeric:!0,value:e=>e.share.estimate,cell:t=>U(K,{receipt:()=>Vn(`${t.item.name} of ${e.name}: dependence on China`,z(t.share.estimate),t.receipt),children:t.share.estimate===null||t.verdict===`UNKNOWN`?U(q,{}):z(t.share.estimate)})},{head:`at least`,numeric:!0,value:e=>e.share.low,cell:e=>z(e.share.low)},{head:`at most`,numeric:!0,value:e=>e.share.high,cell:e=>z(e.share.high)}],sources:e=>$(e.receipt.rows),none:`That is unknown, not free of everything.`,caption:`What it buys, or needs for what it makes; the strongest first.`})}function ti({firm:e}){return U(x,{children:[U(W,{title:e.plants.nodes.length===0?`No plant of it is on record`:`${V(e.plants.totalCount,`plant`)} on record`,rows:e.plants.nodes,columns:[{head:`plant`,value:e=>e.facility.name,cell:e=>U(Q,{of:e.facility})},{head:`country`,value:e=>e.facility.country.name},{head:`step`,value:e=>e.facility.stage,cell:e=>J(e.facility.stage)},{head:`status`,value:e=>e.facility.status,cell:e=>J(e.facility.status)},{head:`since`,numeric:!0,value:e=>e.facility.startYear,cell:e=>e.facility.startYear??U(q,{})},{head:`stake`,numeric:!0,value:e=>e.stake,cell:t=>U(K,{receipt:()=>G(`Stake of ${e.name} in ${t.facility.name}`,B(t.stake),[t.row]),children:t.stake===null?U(q,{what:`not stated`}):B(t.stake)})}],sources:e=>$([e.row]),caption:`Plants it runs or holds. The state is that of mid-2026 or the latest known.`}),U(`section`,{class:`part`,children:[U(`h2`,{children:`Makes`}),U(Cr,{of:e.makes.nodes.map(e=>e.item),none:`nothing on record`})]})]})}function ni({firm:e}){let t=e=>[{head:`item`,value:e=>e.item.name,cell:e=>U(Q,{of:e.item})},{head:`share of the buyer's supply`,numeric:!0,value:e=>e.share,cell:t=>U(K,{receipt:()=>G(e(t),B(t.share),[t.row]),children:t.share===null?U(q,{what:`not stated`}):B(t.share)})},{head:`tonnes a year`,numeric:!0,value:e=>e.volumeTonnesPerYear,cell:e=>e.volumeTonnesPerYear===null?U(q,{what:`not stated`}):Wt(e.volumeTonnesPerYear,4)},{head:`from`,value:e=>e.start,cell:e=>e.start??U(q,{what:`not stated`})},{head:`to`,value:e=>e.end,cell:e=>e.end??`open`},{head:`status`,value:e=>e.status,cell:e=>e.status===`ACTIVE`?`running`:J(e.status)},{head:`confidence`,value:e=>e.confidence,cell:e=>J(e.confidence)}];return U(x,{children:[U(W,{title:e.buys.nodes.length===0?`No seller to it is on record`:`Buys from ${V(e.buys.totalCount,`sale`)} on record; ${e.buys.nodes.filter(e=>e.share===null).length} state no share`,rows:e.buys.nodes,most:12,columns:[{head:`seller`,value:e=>e.supplier.name,cell:e=>U(Q,{of:e.supplier})},...t(t=>`${t.supplier.name} sells ${t.item.name} to ${e.name}`)],sources:e=>$([e.row]),none:`Somebody serves it; the data do not say who.`,caption:`The list of sellers is never complete.`}),U(W,{title:e.sells.nodes.length===0?`No buyer from it is on record`:`Sells in ${V(e.sells.totalCount,`sale`)} on record`,rows:e.sells.nodes,most:12,columns:[{head:`buyer`,value:e=>e.buyer.name,cell:e=>U(Q,{of:e.buyer})},...t(t=>`${e.name} sells ${t.item.name} to ${t.buyer.name}`)],sources:e=>$([e.row]),caption:`The list of buyers is never complete.`})]})}function ri({firm:e}){let t=[...e.owners.nodes.map(e=>({way:`held by`,other:e.owner,stake:e.stake,row:e.row})),...e.owned.nodes.map(e=>({way:`holds`,other:e.owned,stake:e.stake,row:e.row}))];return t.length===0?null:U(W,{title:`Who holds it, and whom it holds`,rows:t,columns:[{head:`way`,value:e=>e.way},{head:`firm`,value:e=>e.other.name,cell:e=>U(Q,{of:e.other})},{head:`stake`,numeric:!0,value:e=>e.stake,cell:t=>U(K,{receipt:()=>G(`${e.name} ${t.way} ${t.other.name}`,B(t.stake),[t.row]),children:t.stake===null?U(q,{what:`not stated`}):B(t.stake)})}],sources:e=>$([e.row])})}function ii({firm:e}){let{data:t}=R(nn,{...Z.value,id:e.key}),n=[...t?.view.held?.nodes??[],...t?.view.used?.nodes??[]];return n.length===0?null:U(W,{title:`${V(n.length,`licence`)} reported as granted`,rows:n,columns:[{head:`licence`,value:e=>e.key,cell:e=>U(Q,{of:e})},{head:`exporter`,value:e=>e.holder?.name??null,cell:e=>e.holder===null?U(q,{what:`not named`}):U(Q,{of:e.holder})},{head:`customer`,value:e=>e.customer?.name??null,cell:e=>e.customer===null?U(q,{what:`not named`}):U(Q,{of:e.customer})},{head:`item`,value:e=>e.item?.name??null,cell:e=>e.item===null?U(q,{what:`not stated`}):U(Q,{of:e.item})},{head:`granted`,value:e=>e.granted,cell:e=>U(K,{receipt:()=>G(e.name,e.granted,[e.row]),children:e.granted})},{head:`ends`,value:e=>e.expires,cell:e=>e.expires??U(q,{what:`not stated`})}],sources:e=>$([e.row])})}function ai({large:e=!1,choose:t,only:n=Qn,label:r=`Search firms, items, plants, controls`}){let[i,a]=A(``),[o,s]=A(null),[c,l]=A(0),[u,d]=A(!1),f=Pe(),p=Me(null),m=i.trim(),h=n.join();je(()=>{if(m===``){s(null);return}let e=!0,t=setTimeout(()=>{Ht(fn,{text:m,in:h.split(`,`)}).then(({data:t})=>{e&&(s({of:m,hits:t?.search??[]}),l(0))})},60);return()=>{e=!1,clearTimeout(t)}},[m,h]);let g=e=>{a(``),d(!1),t===void 0?Nt(L(Xn(e.node.__typename),e.node.key)):t(e.node)};je(()=>{o!==null&&p.current===o.of&&o.hits[0]!==void 0&&(p.current=null,g(o.hits[0]))},[o]);let _=u&&m!==``&&o!==null,v=o?.hits??[];return U(`div`,{class:e?`search large`:`search`,children:[U(`input`,{role:`combobox`,type:`search`,class:t===void 0?`front`:void 0,value:i,placeholder:t===void 0?`Search firms, items, plants  ( / )`:r,"aria-label":r,"aria-autocomplete":`list`,"aria-expanded":_,"aria-controls":`${f}-hits`,"aria-activedescendant":_&&v[c]!==void 0?`${f}-${c}`:void 0,autocomplete:`off`,spellcheck:!1,onInput:e=>{a(e.currentTarget.value),d(!0)},onFocus:()=>d(!0),onBlur:()=>d(!1),onKeyDown:e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`)e.preventDefault(),d(!0),l(t=>v.length===0?0:(t+(e.key===`ArrowDown`?1:v.length-1))%v.length);else if(e.key===`Enter`){e.preventDefault();let t=o?.of===m?v[c]:void 0;t===void 0?p.current=m:g(t)}else e.key===`Escape`&&(d(!1),p.current=null)}}),U(`ul`,{class:`hits`,role:`listbox`,id:`${f}-hits`,"aria-label":`Hits`,hidden:!_,children:[v.map((e,t)=>U(`li`,{id:`${f}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:t=>{t.preventDefault(),g(e)},onMouseEnter:()=>l(t),children:[U(`span`,{children:e.node.name}),U(`span`,{class:`badge`,children:Zn(e.node.__typename)}),U(`span`,{class:`why`,children:oi(e)})]},`${e.node.__typename} ${e.node.key}`)),o!==null&&v.length===0&&U(`li`,{class:`none`,role:`option`,"aria-selected":`false`,"aria-disabled":`true`,children:`Nothing of that name on record`})]})]})}function oi({node:e,matched:t,score:n}){let r=[];return e.__typename===`Firm`&&r.push(e.country.key),e.__typename===`Facility`&&r.push(`${e.stage.toLowerCase()}, ${e.country.key}`),t!==e.name&&r.push(t===e.key?`id ${t}`:`also: ${t}`),r.push(n===1?`whole name`:`match ${n.toFixed(2)}`),r.join(` · `)}function si(){let{asOf:e,facts:t}=Z.value,{data:n}=R(Xt,{asOf:e,facts:t}),r=n?.release.tables.reduce((e,t)=>e+t.rows,0);return U(x,{children:[U(Y,{title:`Who depends on whom for rare earths, and how do we know?`,children:r===void 0?`Elements, magnets, firms, plants, controls and licences, each fact with its source.`:`${r.toLocaleString(`en-GB`)} rows from ${n?.view.sources?.totalCount} sources: elements, magnets, firms, plants, controls and licences. Each number opens down to file and line.`}),U(`section`,{class:`part`,"aria-label":`Search`,children:[U(ai,{large:!0}),U(`p`,{class:`quiet`,children:`Typing errors and other languages are fine: samarum, 钐, neodynium, Baotou.`})]}),U(`section`,{class:`part`,children:[U(`h2`,{children:`Questions to begin with`}),U(`ul`,{class:`plain questions`,children:[U(`li`,{children:U(wr,{to:L(`exposure`),children:`Which firms depend on Chinese refiners, and on whose word?`})}),U(`li`,{children:U(wr,{to:L(`exposure`,void 0,{of:`products`,use:`DEFENCE`,stage:`MAGNET`}),children:`Which weapons rest on Chinese magnets?`})}),U(`li`,{children:U(wr,{to:L(`product`,`f-35`),children:`What is in an F-35, how much of it, and what is not known?`})}),U(`li`,{children:U(wr,{to:L(`element`,`dy`),children:`Where does dysprosium go, and who holds it?`})}),U(`li`,{children:U(wr,{to:L(`firm`,`vacuumschmelze`),children:`What does Vacuumschmelze need, and from whom?`})}),U(`li`,{children:U(wr,{to:L(`data`),children:`How good are these data, and what is not in them?`})})]})]})]})}function ci({low:e,high:t}){return e===null||t===null?U(q,{}):e===t?e.toFixed(2):`${e.toFixed(2)}–${t.toFixed(2)}`}function li({id:e,name:t}){let{data:n}=R(on,{...Z.value,id:e}),r=(n?.view.concentration??[]).filter(e=>e.parties.length>0);if(r.length===0)return null;let i=r.reduce((e,t)=>(t.parties[0]?.share??0)>(e?.parties[0]?.share??0)?t:e,null),a=i?.parties[0];return U(W,{title:i===null||a===void 0?`Who makes it world-wide`:`${a.node.name} makes ${B(a.share)} of the world's ${i.item.name} (${J(i.stage)})`,rows:r,most:12,columns:[{head:`item`,value:e=>e.item.name,cell:e=>U(Q,{of:e.item})},{head:`step`,value:e=>e.stage,cell:e=>J(e.stage)},{head:`year`,numeric:!0,value:e=>e.figureYear},{head:`largest shares`,value:e=>e.parties.map(e=>`${e.node.key} ${e.share}`).join(`; `),cell:e=>U(`ul`,{class:`inline`,children:[e.parties.slice(0,4).map(t=>U(`li`,{children:[U(Q,{of:t.node}),` `,U(K,{receipt:()=>G(`${t.node.name}: ${e.item.name}, ${J(e.stage)}`,B(t.share),t.rows),children:B(t.share)})]},t.node.key)),e.rest>0&&U(`li`,{children:U(q,{what:`nobody named ${B(e.rest)}`})})]})},{head:`HHI`,numeric:!0,value:e=>e.hhi.low,cell:e=>ci(e.hhi)},{head:`published by`,value:e=>e.source?.publisher??null}],sources:e=>$(e.parties.flatMap(e=>e.rows)),caption:`World market of ${t}, or of items that hold it: one publication a row, never averaged. HHI from 0 to 1.`})}var ui=[`UNKNOWN`,`CIVILIAN`,`MILITARY`];function di(){let{data:e,faults:t,waiting:n}=R(rn,{...Z.value,id:Mt.value}),r=At(F.value.enduse,ui).value,i=R($t,{...Z.value,id:Mt.value,country:`CN`,endUse:r}),a=e?.view.item??null;if(a===null)return U(x,{children:[U(Y,{title:n?`Asking…`:`There is no item of that name`}),n&&U(rr,{}),U(X,{of:t})]});let o=a.__typename===`Element`;return U(x,{children:[U(Y,{title:o?`${a.name} (${a.symbol}): where it goes, and who holds it`:Yr(a.name,i.data?.view.any?.nodes[0]),children:[fi(a),a.aliases.length>0&&U(x,{children:[` Also: `,a.aliases.map(e=>e.text).join(`, `),`.`]})]}),U(X,{of:t}),!o&&U(Xr,{asked:i,name:a.name,id:a.key}),!o&&U(pi,{item:a}),o&&U(gi,{item:a}),!o&&U(_i,{asked:i.data,endUse:r}),U(yi,{item:a}),U(xi,{item:a}),U(li,{id:a.key,name:a.name}),U(Si,{item:a}),U(Ci,{item:a}),U(wi,{item:a}),U(Ti,{item:a})]})}function fi(e){let t=[Zn(e.__typename)];return e.__typename===`Product`?t.push(J(e.sector),`end use: ${J(e.endUse)}`):e.__typename===`Component`?t.push(J(e.kind)):e.__typename===`Material`?t.push(J(e.form),...e.hsCodes.length>0?[`HS ${e.hsCodes.join(`, `)}`]:[]):e.__typename===`Element`&&t.push(e.group===`NON_RARE_EARTH`?J(e.group):`${J(e.group)} rare earth`),e.unit!==null&&t.push(e.unit===`UNIT`?`counted in pieces`:`counted in ${e.unit===`KG`?`kg`:`MW`}`),`${Un(t.join(` · `))}.${e.note===null?``:` ${e.note}.`}`}function pi({item:e}){let{data:t,faults:n}=R(an,{...Z.value,id:e.key}),r=t?.view.composition;if(r==null)return n.length>0?U(X,{of:n}):U(rr,{});let i=r.elements,a=i.filter(e=>Qr(e.kilograms,e.complete)!==`KNOWN`).length,o=r.unit===`MW`?`megawatt`:r.unit===`KG`?`kilogram`:`piece`,s=i.length===0?`No recipe says what is in it`:a===0?`${V(i.length,`element`)} in one ${o}, all with an amount`:`${V(i.length,`element`)} in one ${o}; for ${a} the amount is not known in full`,c=t=>mi(t.element,e,Yt(t.kilograms,t.complete),o);return U(x,{children:[U(W,{title:s,rows:i,columns:[{head:`element`,value:e=>e.element.name,cell:e=>U(Q,{of:e.element})},{head:`kilograms`,numeric:!0,value:e=>e.kilograms.mid,cell:e=>U(K,{receipt:()=>c(e),children:e.kilograms.mid===null&&e.kilograms.low===null?U(q,{}):Yt(e.kilograms)})},{head:`low`,numeric:!0,fileOnly:!0,value:e=>e.kilograms.low},{head:`high`,numeric:!0,fileOnly:!0,value:e=>e.kilograms.high},{head:`state`,value:e=>Qr(e.kilograms,e.complete),cell:e=>J(Qr(e.kilograms,e.complete))},{head:`present`,value:e=>e.presence,cell:e=>e.presence===`PRESENT`?`surely`:`possibly`},{head:`through`,value:e=>e.via.map(e=>e.name).join(`; `)},{head:`confidence`,value:e=>e.confidence,cell:e=>J(e.confidence)}],sources:e=>$(e.receipt.rows),legend:U(`ul`,{class:`legend`,"aria-label":`Legend`,children:[U(`li`,{children:[U(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:[U(`rect`,{class:`group-LIGHT`,width:`6`,height:`10`}),U(`rect`,{class:`group-MEDIUM`,x:`6`,width:`6`,height:`10`}),U(`rect`,{class:`group-HEAVY`,x:`12`,width:`6`,height:`10`})]}),`amount: light, medium, heavy rare earth`]}),U(`li`,{children:[U(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:U(`rect`,{class:`group-NON_RARE_EARTH`,width:`18`,height:`10`})}),`other element`]}),U(`li`,{children:[U(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:U(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`and an amount that is not known`]})]}),none:`The data do not say what it is made of. That is unknown, not free of everything.`,caption:U(x,{children:[`Contained mass along the recipe; essential inputs add, alternatives do not. Bars share a logarithmic scale.`,r.lumps.length>0&&U(x,{children:[` `,`Besides, sources state totals that name no element, never added:`,` `,r.lumps.map((t,n)=>U(`span`,{children:[n>0&&`, `,U(K,{receipt:()=>Vn(`${t.item.name} in ${e.name}`,Yt(t.kilograms,t.complete),t.receipt),children:[t.item.name,`: `,Yt(t.kilograms,t.complete)]})]},t.item.key)),`.`]})]}),children:i.length>0?U(br,{label:s,layout:e=>hi(i,e,c)}):void 0}),U(nr,{of:r.flags})]})}function mi(e,t,n,r){let i=`${e.name} in one ${r} of ${t.name}`;return{title:i,value:n,load:async()=>{let{data:r}=await Ht(un,{...Z.value,id:t.key,element:e.key}),a=r?.view.composition?.elements[0]?.receipt;return a===void 0?null:Vn(i,n,a)}}}function hi(e,t,n){let r=t<640,i=r?104:170,a=r?120:210,o=t-i-a-30,s=e.flatMap(e=>e.kilograms.mid??[]).filter(e=>e>0),c=Math.ceil(Math.log10(Math.max(.001,...s))),l=Math.min(c-2,Math.floor(Math.log10(Math.min(1,...s)))-1),u=e=>Math.max(3,(Math.log10(e)-l)/(c-l)*o),d=Array.from({length:c-l+1},(e,t)=>l+t).filter((e,t,n)=>n.length<7||t%2==0);return{height:22+e.length*24+4,behind:U(`g`,{children:d.map(t=>U(`g`,{children:[U(`line`,{class:`line`,x1:i+(t-l)/(c-l)*o,x2:i+(t-l)/(c-l)*o,y1:18,y2:22+e.length*24}),U(`text`,{class:`tick`,x:i+(t-l)/(c-l)*o,y:12,"text-anchor":`middle`,children:Jt(10**t)})]},t))}),marks:e.map((e,r)=>{let a=22+r*24,s=Sr(e.element.name,i-10),c=`${Yt(e.kilograms,e.complete)}${e.presence===`POSSIBLE`?` (possibly)`:``}`,l=e.kilograms.mid,d=l===null||l===0?0:u(l);return{key:e.element.key,label:`${s}${c}, ${e.element.name}`,tip:`${e.element.name}: ${c}; confidence ${J(e.confidence)}`,open:()=>{Bn.value=n(e)},x:0,y:a,width:t,height:24,draw:U(`g`,{children:[U(`text`,{class:`label`,x:0,y:a+16,children:s}),d>0&&U(`rect`,{class:`group-${e.element.group}`,x:i,y:a+5,width:d,height:13}),(!e.complete||d===0)&&U(`rect`,{class:`unknown`,x:i+d,y:a+5,width:d===0?o:26,height:13}),U(`text`,{class:`tick`,x:t,y:a+16,"text-anchor":`end`,children:c})]})}})}}function gi({item:e}){let{data:t,faults:n}=R(ln,{...Z.value,id:e.key}),r=t?.view.uses;if(r==null)return n.length>0?U(X,{of:n}):U(rr,{});let i=r.nodes.filter(e=>e.kilogramsPerUnit.mid!==null).length;return U(W,{title:`In ${V(r.totalCount,`product`)}; for ${i} of them an amount is known`,rows:r.nodes,most:15,columns:[{head:`product`,value:e=>e.item.name,cell:e=>U(Q,{of:e.item})},{head:`kilograms in one`,numeric:!0,value:e=>e.kilogramsPerUnit.mid,cell:t=>U(K,{receipt:()=>mi(e,t.item,Yt(t.kilogramsPerUnit,t.complete),`unit`),children:t.kilogramsPerUnit.mid===null?U(q,{what:`amount unknown`}):Yt(t.kilogramsPerUnit,t.complete)})},{head:`per`,value:e=>e.item.unit,cell:e=>e.item.unit===`MW`?`MW`:e.item.unit===`KG`?`kg`:`piece`},{head:`state`,value:e=>Qr(e.kilogramsPerUnit,e.complete),cell:e=>J(Qr(e.kilogramsPerUnit,e.complete))},{head:`present`,value:e=>e.presence,cell:e=>e.presence===`PRESENT`?`surely`:`possibly`},{head:`confidence`,value:e=>e.confidence,cell:e=>J(e.confidence)}],caption:`Contained mass in one unit of the product, through any number of steps.`})}function _i({asked:e,endUse:t}){let n=e?.view.any?.nodes[0]?.access;return n===void 0?U(rr,{}):U(`section`,{class:`part`,children:[U(`h2`,{children:`What China's export controls do to it`}),U(`div`,{class:`controls`,children:U(`label`,{children:[`Its use is taken as`,U(`select`,{value:t,onChange:e=>I({enduse:e.currentTarget.value===`UNKNOWN`?null:e.currentTarget.value}),children:ui.map(e=>U(`option`,{value:e,children:e===`UNKNOWN`?`not stated`:J(e)},e))})]})}),n===null?U(`p`,{children:[U(q,{what:`unknown`}),` on this day: it lies before the record of controls.`]}):U(x,{children:[U(`p`,{children:[`Strictest state met on the way: `,U(Lr,{passage:n.state})]}),U(W,{title:`${V(n.barriers.length,`shipment`)} on the way that are not open`,heading:!1,rows:n.barriers,columns:[{head:`what crosses`,value:e=>e.item.name,cell:e=>U(Q,{of:e.item})},{head:`to`,value:e=>e.destination?.name??null,cell:e=>e.destination?.name??`the world market`},{head:`passage`,value:e=>e.passage,cell:e=>U(Lr,{passage:e.passage})},{head:`needs`,value:e=>e.outcome,cell:e=>J(e.outcome)},{head:`review`,value:e=>e.days.low===null?null:`${e.days.low}-${e.days.high??``}`,cell:e=>vi(e.days)},{head:`controls`,value:e=>e.clauses.map(e=>e.control.key).join(` `),cell:e=>U(Cr,{of:e.clauses.map(e=>e.control)})}],none:`None is on record.`,caption:`Shipments over the border of China that are not open, by the written rules of the day.`})]})]})}function vi(e){return e.unlimited?`from ${e.low??0} days, without limit`:e.low===null&&e.high===null?U(q,{}):e.low===0&&e.high===0?`none`:`${e.low??`?`}–${e.high??`?`} days`}function yi({item:e}){let t=e.__typename===`Element`,n={...Z.value,id:e.key},r=R(sn,t?null:n).data?.view.controls?.nodes,i=R(cn,t?n:null).data?.view.timeline?.nodes.flatMap(({node:e})=>e?.__typename===`Control`?[e]:[]),a=t?i:r;if(a===void 0)return null;let o=a.filter(e=>e.state===`ACTIVE`).length,s=a.filter(e=>e.state===`SUSPENDED`||e.state===`REVIVED`).length;return U(W,{title:a.length===0?t?`No control on record names it or what holds it`:`No control on record names it`:`Named by ${V(a.length,`control`)}: ${o} in force, ${s} suspended or run out of suspension`,rows:a,most:12,columns:[{head:`control`,value:e=>e.name,cell:e=>U(Q,{of:e})},{head:`state`,value:e=>e.state,cell:e=>U(Fr,{state:e.state})},{head:`in force from`,value:e=>e.effective,cell:e=>U(K,{receipt:()=>G(e.name,e.effective,[e.row]),children:e.effective})},{head:`suspended`,value:e=>e.suspendedFrom,cell:e=>e.suspendedFrom===null?``:`${e.suspendedFrom} to ${e.suspendedUntil??`open`}`},{head:`what it does`,value:e=>e.summary}],sources:e=>$([e.row]),none:`That no control names it does not prove that it is free: see what it is made of.`,caption:t?`Controls that cover its oxides, compounds, metals, targets, or groups of them.`:`Controls that cover the item, one of its classes or groups.`})}function bi(e){return e.quantity===null&&e.quantityLow===null?U(q,{what:`amount unknown`}):`${e.quantityLow!==null&&e.quantityHigh!==null&&e.quantityLow!==e.quantityHigh?`${Wt(e.quantityLow??0,3)}–${Wt(e.quantityHigh??0,3)}`:Wt(e.quantity??e.quantityLow??0,3)} ${J(e.unit)}`}function xi({item:e}){let t=e.inputs.nodes;if(e.__typename===`Element`)return null;let n=t.filter(e=>e.quantity===null).length;return U(W,{title:t.length===0?`What goes into it is not on record`:`${V(e.inputs.totalCount,`input`)} in its recipe; ${n} without an amount`,rows:t,most:15,columns:[{head:`input`,value:e=>e.from.name,cell:e=>U(Q,{of:e.from})},{head:`amount`,numeric:!0,value:e=>e.quantity,cell:t=>U(K,{receipt:()=>G(`${t.from.name} in ${e.name}`,t.quantity===null?`amount unknown`:`${t.quantity} ${J(t.unit)}`,[t.row]),children:bi(t)})},{head:`low`,fileOnly:!0,value:e=>e.quantityLow},{head:`high`,fileOnly:!0,value:e=>e.quantityHigh},{head:`unit`,fileOnly:!0,value:e=>e.unit},{head:`state`,fileOnly:!0,value:e=>e.quantity===null?`MASS_UNKNOWN`:`KNOWN`},{head:`role`,value:e=>e.essential?`essential`:`alternative`},{head:`confidence`,value:e=>e.confidence,cell:e=>J(e.confidence)}],sources:e=>$([e.row]),none:`That is unknown, not free of everything.`,caption:`Direct inputs for one unit. Essential inputs are all needed; of alternatives any one serves.`})}function Si({item:e}){return e.outputs.nodes.length===0?null:U(W,{title:`Goes into ${V(e.outputs.totalCount,`item`)}`,rows:e.outputs.nodes,most:12,columns:[{head:`item`,value:e=>e.to.name,cell:e=>U(Q,{of:e.to})},{head:`amount`,numeric:!0,value:e=>e.quantity,cell:t=>U(K,{receipt:()=>G(`${e.name} in ${t.to.name}`,t.quantity===null?`amount unknown`:String(t.quantity),[t.row]),children:bi(t)})},{head:`unit`,fileOnly:!0,value:e=>e.unit},{head:`role`,value:e=>e.essential?`essential`:`alternative`},{head:`confidence`,value:e=>e.confidence,cell:e=>J(e.confidence)}],sources:e=>$([e.row]),caption:e.outputs.totalCount>e.outputs.nodes.length?`The first ${e.outputs.nodes.length} of ${e.outputs.totalCount}.`:`Direct uses by recipe.`})}function Ci({item:e}){return e.__typename===`Element`?null:U(W,{title:e.makers.nodes.length===0?`No maker is on record`:`${V(e.makers.totalCount,`maker`)} on record`,rows:e.makers.nodes,most:12,columns:[{head:`firm`,value:e=>e.firm.name,cell:e=>U(Q,{of:e.firm})},{head:`country`,value:e=>e.firm.country.name},{head:`confidence`,value:e=>e.confidence,cell:t=>U(K,{receipt:()=>G(`${t.firm.name} makes ${e.name}`,J(t.confidence),[t.row]),children:J(t.confidence)})}],sources:e=>$([e.row]),none:`Somebody makes it; the data do not say who.`,caption:`The list is never complete: firms not on record may make it too.`})}function wi({item:e}){return e.substitutes.nodes.length===0?null:U(W,{title:`${V(e.substitutes.totalCount,`substitute`)} on record`,rows:e.substitutes.nodes,most:10,columns:[{head:`substitute`,value:e=>e.substitute.name,cell:e=>U(Q,{of:e.substitute})},{head:`for use in`,value:e=>e.forItem?.name??null,cell:e=>e.forItem===null?`any use`:U(Q,{of:e.forItem})},{head:`readiness`,value:e=>e.readiness,cell:e=>J(e.readiness)},{head:`performance`,numeric:!0,value:e=>e.performance,cell:t=>U(K,{receipt:()=>G(`${t.substitute.name} for ${e.name}`,t.performance===null?`performance unknown`:`${t.performance} %`,[t.row]),children:t.performance===null?U(q,{}):`${t.performance} %`})},{head:`remark`,value:e=>e.note}],sources:e=>$([e.row]),caption:`Performance against the original; unknown where nobody states it.`})}function Ti({item:e}){return e.classes.length+e.grades.length+e.groups.length===0?null:U(`section`,{class:`part`,children:[U(`h2`,{children:`Classes, grades and groups`}),U(`dl`,{class:`facts`,children:[e.classes.length>0&&U(x,{children:[U(`dt`,{children:`is a kind of`}),U(`dd`,{children:U(Cr,{of:e.classes})})]}),e.grades.length>0&&U(x,{children:[U(`dt`,{children:`has kinds`}),U(`dd`,{children:U(Cr,{of:e.grades})})]}),e.groups.length>0&&U(x,{children:[U(`dt`,{children:`in groups`}),U(`dd`,{children:U(Cr,{of:e.groups})})]})]})]})}function Ei(){let e=Bn.value,[t,n]=A(null),r=Me(null),i=Me(null);if(je(()=>{if(e===null)return;let t=!0;return n(`load`in e?null:e),`load`in e&&e.load().then(e=>t&&n(e??`failed`)),i.current===null&&(i.current=document.activeElement),r.current?.focus(),()=>{t=!1}},[e]),e===null)return null;let a=()=>{Bn.value=null,i.current?.focus?.(),i.current=null};return U(`aside`,{class:`receipt`,ref:r,tabIndex:-1,"aria-label":`Receipt`,onKeyDown:e=>{e.key===`Escape`&&a()},children:[U(`button`,{type:`button`,class:`close`,onClick:a,"aria-label":`Close the receipt`,children:`✕`}),U(`h2`,{children:e.title}),U(Di,{now:e,shown:t})]})}function Di({now:e,shown:t}){return t===`failed`?U(`p`,{role:`alert`,children:`The receipt could not be read.`}):t===null?U(`p`,{class:`wait`,children:[e.value,` Asking…`]}):U(x,{children:[U(`p`,{class:`big`,children:Un(t.value)}),t.formula!==void 0&&U(`p`,{children:t.formula}),(t.assumptions??[]).length>0&&U(x,{children:[U(`h3`,{children:`Assumed, or limits`}),U(`ul`,{class:`plain`,children:t.assumptions?.map(e=>U(`li`,{children:e.meaning},e.flag))})]}),t.more,U(`h3`,{children:t.rowCount===t.rows.length?V(t.rowCount,`row`):`${t.rows.length} of ${V(t.rowCount,`row`)}`}),t.rows.length===0&&U(`p`,{class:`quiet`,children:`No row stands behind it.`}),U(`ol`,{class:`rows`,children:t.rows.map(e=>U(`li`,{children:U(Oi,{row:e})},`${e.file}:${e.line}`))})]})}function Oi({row:e}){return U(x,{children:[U(`code`,{children:[e.file,`:`,e.line]}),e.confidence!==null&&U(`span`,{class:`badge`,children:[` confidence `,J(e.confidence)]}),U(`dl`,{children:[e.columns.filter(e=>e.name!==`source`&&e.name!==`confidence`).map(e=>U(x,{children:[U(`dt`,{children:e.name},`${e.name} head`),U(`dd`,{children:e.value===``?U(`span`,{class:`unknown`,children:`not stated`}):e.value},e.name)]})),e.source!==null&&U(x,{children:[U(`dt`,{children:`source`}),U(`dd`,{children:[U(`a`,{href:e.source.url,rel:`noreferrer noopener`,target:`_blank`,children:e.source.title}),`, `,e.source.publisher,`, `,e.source.published??`undated`]})]})]})]})}function ki(){let{data:e,faults:t,waiting:n}=R(pn,{id:Mt.value}),r=e?.node??null;return r===null?U(x,{children:[U(Y,{title:n?`Asking…`:`There is nothing of that name`}),n&&U(rr,{}),U(X,{of:t})]}):U(x,{children:[U(Y,{title:r.name,children:[Zn(r.__typename),`, as the data have it`,r.__typename===`Event`&&r.firm!==null&&U(x,{children:[` `,`· `,U(Q,{of:r.firm})]})]}),U(`section`,{class:`part record`,children:U(Oi,{row:r.row})}),r.__typename===`ItemGroup`&&U(`section`,{class:`part`,children:[U(`h2`,{children:`Items in the group`}),U(Cr,{of:r.members.nodes})]})]})}function Ai(){let e=Me(null);return je(()=>{let t=t=>{let n=t.target;if(!(t.metaKey||t.ctrlKey||t.altKey||n.closest(`input, select, textarea, dialog`)!==null))switch(t.key){case`/`:t.preventDefault(),document.querySelector(`input.front`)?.focus();break;case`?`:e.current?.showModal();break;case`t`:case`T`:I({table:F.value.table===`1`?null:`1`}),zn.value=F.value.table===`1`?`Tables shown`:`Tables hidden`;break;case`b`:case`B`:document.querySelector(`[data-swap]`)?.click();break;case`Escape`:Bn.value=null}};return addEventListener(`keydown`,t),()=>removeEventListener(`keydown`,t)},[]),U(x,{children:[U(`button`,{type:`button`,class:`icon`,"aria-label":`Keyboard help`,onClick:()=>e.current?.showModal(),children:`?`}),U(`dialog`,{ref:e,"aria-labelledby":`help-title`,children:[U(`h2`,{id:`help-title`,children:`Keys`}),U(`dl`,{class:`facts`,children:[U(`dt`,{children:U(`kbd`,{children:`/`})}),U(`dd`,{children:`search; arrows walk the hits, Enter opens, Escape closes`}),U(`dt`,{children:U(`kbd`,{children:`T`})}),U(`dd`,{children:`the tables behind the pictures`}),U(`dt`,{children:U(`kbd`,{children:`B`})}),U(`dd`,{children:`before and after of a what-if`}),U(`dt`,{children:U(`kbd`,{children:`Esc`})}),U(`dd`,{children:`close a receipt or this help`}),U(`dt`,{children:U(`kbd`,{children:`?`})}),U(`dd`,{children:`this help`})]}),U(`p`,{children:`Dotted numbers open their receipt: the rows, sources and confidence behind them.`}),U(`form`,{method:`dialog`,children:U(`button`,{type:`submit`,children:`Close`})})]})]})}function ji({nav:e,children:t}){return U(x,{children:[U(`a`,{class:`skip`,href:`#main`,children:`Skip to the page`}),U(Ii,{}),U(`div`,{class:`frame`,children:[U(`header`,{class:`top`,children:[U(wr,{to:L(``),className:`brand`,children:`Lodestone`}),U(`nav`,{"aria-label":`Pages`,children:e.map(e=>U(wr,{to:L(e.page),current:jt.value===e.page,children:e.title},e.page))}),U(`span`,{class:`grow`}),jt.value!==``&&U(ai,{}),U(Fi,{}),U(Ai,{})]}),U(Mi,{}),U(`p`,{class:`away`,role:`status`,children:zn.value}),U(`main`,{id:`main`,tabIndex:-1,children:t}),U(`footer`,{class:`foot`,children:[U(`span`,{children:`Lodestone explorer. Unknown is never zero: it is hatched, and says so.`}),U(`a`,{href:`/`,children:`Ask in GraphQL: the playground`}),U(`a`,{href:`/explorer/licences.txt`,children:`Licences of what is built in`})]})]}),U(Ei,{})]})}function Mi(){let{data:e,faults:t}=R(dn,Z.value),n=e?.release,r=e?.view.asOf;je(()=>{An.value=n?.id,jn.value=r},[n?.id,r]);let i=cr.value?.length??0,a=F.value.rel;return U(x,{children:[U(`search`,{class:`world`,"aria-label":`The day and filter of every page`,children:[U(`label`,{children:[`As of`,U(`input`,{type:`date`,value:lr.value??r??``,onChange:e=>e.currentTarget.value!==``&&I({date:e.currentTarget.value})})]}),lr.value!==void 0&&U(`button`,{type:`button`,onClick:()=>I({date:null}),children:`Today`}),U(`label`,{children:[`Rows of confidence`,U(`select`,{value:ur.value,onChange:e=>I({conf:e.currentTarget.value===`LOW`?null:e.currentTarget.value}),children:qn.map(e=>U(`option`,{value:e,children:e===`LOW`?`any`:e===`HIGH`?`high only`:`${J(e)} or high`},e))})]}),i>0&&U(`span`,{children:[U(wr,{to:L(`whatif`),children:[`What-if: `,V(i,`edit`)]}),` `,U(`button`,{type:`button`,onClick:()=>I({scn:null}),children:`Clear`})]}),U(`span`,{class:`grow`}),U(`span`,{class:`release`,children:n===void 0?`Reading the release…`:`release ${n.id.slice(0,12)} · sources until ${n.horizon}`}),U(Ni,{})]}),U(X,{of:t}),dr.value.map(e=>U(`p`,{class:`notice`,children:e},e)),a!==void 0&&n!==void 0&&a!==n.id&&U(`p`,{class:`notice`,role:`alert`,children:[`This link was made from release `,U(`code`,{children:a.slice(0,12)}),`, which is not loaded: the numbers here are those of release`,` `,U(`code`,{children:n.id.slice(0,12)}),` and may differ.`]}),U(nr,{of:e?.view.flags??[]})]})}function Ni(){return U(`button`,{type:`button`,onClick:async()=>{Mn.value=await Pn()?`Link copied`:`The link could not be copied`,zn.value=Mn.value,setTimeout(()=>{Mn.value=``},2500)},children:Mn.value||`Copy link`})}var Pi=[`system`,`light`,`dark`];function Fi(){let[,e]=A(0),t=Rt(),n=Pi[(Pi.indexOf(t)+1)%Pi.length]??`system`;return U(`button`,{type:`button`,class:`icon`,"aria-label":`Theme: ${t}. Change to ${n}`,title:`Theme: ${Un(t)}`,onClick:()=>{zt(n),I({theme:n===`system`?null:n}),e(e=>e+1)},children:t===`light`?`☀`:t===`dark`?`☾`:`◐`})}function Ii(){return U(`svg`,{id:`patterns`,"aria-hidden":`true`,children:U(`defs`,{children:[U(`pattern`,{id:`hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[U(`rect`,{class:`hatch-ground`,width:`6`,height:`6`}),U(`line`,{class:`hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]}),U(`pattern`,{id:`hatch-amber`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[U(`rect`,{class:`hatch-amber-ground`,width:`6`,height:`6`}),U(`line`,{class:`hatch-amber-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})]})})}var Li={"":si,exposure:Br,record:ki,element:di,material:di,component:di,product:di,firm:$r,data:fr},Ri=[{page:`exposure`,title:`Exposure`},{page:`data`,title:`Data`}];function zi(){return U(ji,{nav:Ri,children:U(Li[jt.value]??Bi,{},`${jt.value}/${Mt.value}`)})}function Bi(){return U(Y,{title:`There is no such page`,children:`The address names a page that this explorer does not have. The search finds everything that it has.`})}var Vi=document.getElementById(`page`);Vi!==null&&he(U(zi,{}),Vi);