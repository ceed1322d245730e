var e,t,n,r,i,a,o,s,c,l,u,d=Symbol.for(`pv`),f={},p=[],m=/^m(i|n|o|s|text|space)$/,h=Array.isArray,g=p.slice,_=Object.assign;function v(e){e&&e.parentNode&&e.remove()}function y(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?g.call(arguments,2):n),b(e,o,r,i,null)}function b(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:d,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function C(e,t){if(t==null)return e.__&&C(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:C(e)}function w(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=_({constructor:d},r)).__v=r.__v+1,e.vnode&&e.vnode(n),ie(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||C(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,j(a,n,o),r.__=r.__e=null,n.__e!=i&&T(n))}function T(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),T(e)}function E(t){(8&t.__g||(t.__g|=8,r.push(t),a++))&&i==e.debounceRendering||((i=e.debounceRendering)||queueMicrotask)(D)}function D(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,8&e.__g&&w(e)}finally{(a=r.length)&&(i||queueMicrotask)(D)}}function ee(e,t,n,r,i,a,o,s,c,l,u){var d,m,h,g,_,v,y=r.__k||p,b=t.length;for(c=te(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(m=~h.__i&&y[h.__i]||f,h.__i=d,v=ie(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&M(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=O(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function te(e,t,n,r,i){var a,o,s,c,l,u,f,p,m,g=n.length,_=g,v=0,y=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=b(null,o):h(o)?o=S[a]=b(x,{children:o}):o.constructor===d&&o.__b?o=S[a]=b(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ne(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(y){for(u=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,f[a]=v+1}for(v=u.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=C(s)),ce(s,s));return r}function O(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=O(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=C(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ne(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function re(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function k(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||re(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||re(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=u[t]||(u[t]=A(t)),(e.__a||={})[t]=l,a=t!=(t=t.replace(c,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function A(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[s]==null)n[s]=l++;else if(n[s]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function ie(t,n,r,i,a,o,s,c,l,u){var f,m,g,y,b,w,T,E,D,te,O,ne,re,k,A,ie,j,M,N=n.type;if(n.constructor!==d)return null;128&r.__u&&(l=32&r.__u,f=r.__c.__z)&&(n.__u|=l,m=o=[],f.nodeType==8?c=ae(f,o):o.push(f),c=o[0]||c),(f=e.__b)&&f(n);n:if(typeof N==`function`){g=s.length;try{if(E=n.props,D=(f=N.prototype)&&f.render,te=(f=N.contextType)&&i[f.__c],O=f?te?te.props.value:f.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(D?n.__c=y=new N(E,O):(n.__c=y=new S(E,O),y.constructor=N,y.render=le),te&&te.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),D&&(y.__s||(y.__s=y.state),N.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=_({},y.__s)),_(y.__s,N.getDerivedStateFromProps(E,y.__s)))),b=y.props,w=y.state,y.__v=n,r.__c){if(E!==b&&D&&!N.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(E,O),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(E,y.__s,O)){n.__v!=r.__v&&(y.props=E,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),p.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=C(r);break n}y.componentWillUpdate&&y.componentWillUpdate(E,y.__s,O),D&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(b,w,T)})}else D&&!N.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),D&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=O,y.props=E,y.__P=t,y.__g&=-5,ne=e.__r,re=D?25:0;do y.__g&=-9,ne&&ne(n),f=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++re<25);D&&(p.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=_({},i,y.getChildContext())),D&&r.__c&&y.getSnapshotBeforeUpdate&&(T=y.getSnapshotBeforeUpdate(b,w)),k=f&&f.type===x&&f.key==null?f.props.children:f,E.__P&&(f=c,a=(t=E.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&ce(e,e)}),r.__k=null),c=r.__k?C(r,0):null),c=ee(t,h(k)?k:[k],n,r,i,a,o,s,c,l,u),E.__P&&(n.__e=null,c=f),n.__u&=-161,m&&m.some(v),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=g,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(j=o.indexOf(c||void 0))||(j=o.length);(M=o[j-1])&&M.nodeType==8;)j--;for(;j<o.length;j++)if(M=o[j]){if(o[j]=null,A){if(M==ie)break}else{if(M.nodeType!=8)break;M.data.startsWith(`$s`)&&(ie=ae(A=M))}}}if(!A){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;A=c}(f=ae(A=n.__c.__z||(n.__c.__z=A)))?(n.__e=A,c=f):n.__e=c,c&&=c.nextSibling}else o&&o.some(v)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||oe(n),e.__e(t,n,r)}}else c=n.__e=se(r.__e,n,r,i,a,o,s,l,u,t);return(f=e.diffed)&&f(n),c}function ae(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function oe(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(oe))}function j(t,n,r){for(var i=0;i<r.length;)M(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function se(t,n,r,i,a,o,s,c,l,u){var d,p,_,y,b,x,S,w,T=r.props||f,E=n.props,D=n.type;if(D==`svg`?a=`http://www.w3.org/2000/svg`:D==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(D?b.localName==D:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(w=u.ownerDocument||document,!D)return w.createTextNode(E);t=w.createElementNS(a,D,E.is?E:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(D){if(u=D==`template`&&t.content||t,o=D==`textarea`&&E.defaultValue!=null?null:o&&g.call(u.childNodes),!c&&o)for(T={},d=0;d<t.attributes.length;d++)T[(b=t.attributes[d]).name]=b.value;for(d in T)b=T[d],d==`dangerouslySetInnerHTML`?_=b:d==`children`||d in E||d==`value`&&`defaultValue`in E||d==`checked`&&`defaultChecked`in E||k(t,d,null,b,a);for(d in E)b=E[d],d==`children`?y=b:d==`dangerouslySetInnerHTML`?p=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||T[d]===b||k(t,d,b,T[d],a);p?(c||_&&(p.__html==_.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),n.__k=[]):(_&&(t.textContent=``),(D==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&m.test(D))&&(a=`http://www.w3.org/1999/xhtml`),ee(u,h(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&C(r,0),c,l),o&&o.some(v)),c&&D!=`textarea`||(d=`value`,D==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(D!=`progress`||x)||k(t,d,x,T[d],a),d=`checked`,S!=null&&S!=t[d]&&k(t,d,S,T[d],a))}else T===E||c&&t.data==E||(t.data=E);return t}function M(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function ce(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||M(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&ce(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ae(i,o=[]))&&(i==t.__e&&o.some(v),v(a),v(i)),r||v(t.__e),t.__e=t.__c=t.__=null}function le(e,t,n){return this.constructor(e,n)}function N(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=b(x,{children:[t]}),a=[],o=[],ie(n,n.__k,i||f,f,n.namespaceURI,i?null:n.firstChild?g.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),j(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var i,o,s;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw a=0,e}},t=0,n=function(e){return e!=null&&e.constructor===d},S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=_({},this.state)),typeof e==`function`&&(e=e(_({},n),this.props)),e&&(_(n,e),this.__v&&(t&&this.__k.push(t),E(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),E(this))},S.prototype.render=x,r=[],a=0,o=function(e,t){return e.__v.__b-t.__v.__b},s=Symbol(),c=/(PointerCapture)$|Capture$/i,l=0,u={};var ue,P,de,fe,pe=Object.is,me=0,he=[],ge=[],F=e,_e=F.__b,ve=F.__r,ye=F.diffed,be=F.__c,xe=F.unmount,Se=F.__;function Ce(e,t){F.__h&&F.__h(P,e,me||t),me=0;var n=P.__H||(P.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function I(e){return me=1,we(Pe,e)}function we(e,t,n){var r=Ce(ue++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Pe(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=P,!P.__f)){P.__f=!0;var i=P.shouldComponentUpdate;P.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function L(e,t){var n=Ce(ue++,3);!F.__s&&Ne(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,P.__H.__h.push(n))}function R(e){return me=5,Te(function(){return{current:e}},[])}function Te(e,t){var n=Ce(ue++,7);return Ne(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ee(){var e=Ce(ue++,11);if(!e.__){for(var t=P.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function De(){var e;do{for(;e=ge.shift();)try{je(e)}catch(t){F.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=he.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(je),t.__h.some(Me),t.__h=[]}catch(n){t.__h=[],F.__e(n,e.__v)}}}while(ge.length)}F.__b=function(e){P=null,_e&&_e(e)},F.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Se&&Se(e,t)},F.__r=function(e){ve&&ve(e),ue=0;var t=(P=e.__c).__H;t&&(de==P?P.__h=[]:(t.__h.some(je),t.__h.some(Me),ue=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),de=P},F.diffed=function(e){ye&&ye(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Ae(he.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),de=P=null},F.__c=function(e,t){t.some(function(e){try{e.__h.some(je),e.__h=e.__h.filter(function(e){return!e.__||Me(e)})}catch(t){e.__h=[function(){throw t}]}}),be&&be(e,t)},F.unmount=function(e){xe&&xe(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Ae(ge.push(r))}else je(r)}catch(e){t=e}}),r.__H=void 0,t&&F.__e(t,r.__v))};var Oe=typeof requestAnimationFrame==`function`;function ke(e){var t,n=function(){clearTimeout(r),Oe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Oe&&(t=requestAnimationFrame(n))}function Ae(e){e!=1&&fe==F.requestAnimationFrame||((fe=F.requestAnimationFrame)||ke)(De)}function je(e){var t=P,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),P=t}function Me(e){var t=P;e.__c=e.__(),P=t}function Ne(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!pe(t,e[n])})}function Pe(e,t){return typeof t==`function`?t(e):t}var Fe=Symbol.for(`preact-signals`);function Ie(){if(B>1)B--;else{var e,t=!1;for((function(){var e=We;for(We=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();Be!==void 0;){var n=Be;for(Be=void 0,Ve++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&qe(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(Ve=0,B--,t)throw e}}function Le(e){if(B>0)return e();Ue=++He,B++;try{return e()}finally{Ie()}}var Re,z=void 0;function ze(e){var t=z,n=Re;z=void 0,Re=void 0;try{return e()}finally{z=t,Re=n}}var Be=void 0,B=0,Ve=0,He=0,Ue=0,We=void 0,Ge=0;function Ke(e){if(z!==void 0){var t=e.n;if(t===void 0||t.t!==z)return t={i:0,S:e,p:z.s,n:void 0,t:z,e:void 0,x:void 0,r:t},z.s!==void 0&&(z.s.n=t),z.s=t,e.n=t,32&z.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=z.s,t.n=void 0,z.s.n=t,z.s=t),t}}function V(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}V.prototype.brand=Fe,V.prototype.h=function(){return!0},V.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?ze(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},V.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&ze(function(){var e;(e=t.Z)==null||e.call(t)}))}},V.prototype.subscribe=function(e){var t=this;return et(function(){var n=t.value;ze(function(){return e(n)})},{name:`sub`})},V.prototype.valueOf=function(){return this.value},V.prototype.toString=function(){return this.value+``},V.prototype.toJSON=function(){return this.value},V.prototype.peek=function(){var e=this;return ze(function(){return e.value})},Object.defineProperty(V.prototype,"value",{get:function(){var e=Ke(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Ve>100)throw Error(`Cycle detected`);(function(e){B!==0&&Ve===0&&e.l!==Ue&&(e.l=Ue,We={S:e,v:e.v,i:e.i,o:We})})(this),this.v=e,this.i++,Ge++,B++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ie()}}}});function H(e,t){return new V(e,t)}function qe(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Je(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ye(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function U(e,t){V.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Ge-1,this.f=4}U.prototype=new V,U.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Ge))return!0;if(this.g=Ge,this.f|=1,this.i>0&&!qe(this))return this.f&=-2,!0;var e=z;try{Je(this),z=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return z=e,Ye(this),this.f&=-2,!0},U.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}V.prototype.S.call(this,e)},U.prototype.U=function(e){if(this.t!==void 0&&(V.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},U.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(U.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=Ke(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function W(e,t){return new U(e,t)}function Xe(e){var t=e.j;if(e.j=void 0,typeof t==`function`){B++;var n=z;z=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,Ze(e),t}finally{z=n,Ie()}}}function Ze(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Xe(e)}function Qe(e){if(z!==this)throw Error(`Out-of-order effect`);Ye(this),z=e,this.f&=-2;try{8&this.f&&Ze(this)}finally{Ie()}}function $e(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Re&&Re.push(this)}$e.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},$e.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,Xe(this),Je(this),B++;var e=z;return z=this,Qe.bind(this,e)},$e.prototype.N=function(){2&this.f||(this.f|=2,this.u=Be,Be=this)},$e.prototype.d=function(){this.f|=8,1&this.f||Ze(this)},$e.prototype.dispose=function(){this.d()};function et(e,t){var n=new $e(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var tt,nt,rt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,it=[];et(function(){tt=this.N})();function at(t,n){e[t]=n.bind(null,e[t]||function(){})}function ot(e){if(nt){var t=nt;nt=void 0,t()}nt=e&&e.S()}function st(e){var t=this,r=e.data,i=lt(r);i.name=`ReactiveDom`,i.value=r;var a=Te(function(){for(var e=t,r=t.__v;r=r.__;)if(r.__c){r.__c.__$f|=4;break}var a=W(function(){var e=i.value.value;return e===0?0:!0===e?``:e||``}),o=W(function(){return!Array.isArray(a.value)&&!n(a.value)}),s=et(function(){if(this.N=ft,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}st.displayName=`ReactiveTextNode`,Object.defineProperties(V.prototype,{constructor:{configurable:!0,value:y(x,null).constructor},type:{configurable:!0,value:st},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),at(`__b`,function(e,t){if(ot(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof V&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),at(`__r`,function(e,t){if(e(t),t.type!==x){ot();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return et(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;rt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),ot(n)}}),at(`__e`,function(e,t,n,r){ot(),e(t,n,r)}),at(`diffed`,function(e,t){ot();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=ct(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function ct(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=H(n);return{o:function(e,t){a.value=e,r=t},d:et(function(){this.N=ft;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}at(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),at(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),S.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function lt(e,t){return Te(function(){return H(e,t)},[])}var ut=function(e){queueMicrotask(function(){queueMicrotask(e)})};function dt(){Le(function(){for(var e;e=it.shift();)tt.call(e)})}function ft(){it.push(this)===1&&(e.requestAnimationFrame||ut)(dt)}var pt=`/explorer/`;function mt(e,t){let[n=``,...r]=(e.startsWith(pt)?e.slice(10):``).split(`/`).map(_t),i={};for(let[e,n]of new URLSearchParams(t))n!==``&&(i[e]=n);return{page:n,id:r.join(`/`),keys:i}}function ht({page:e,id:t,keys:n}){let r=pt+encodeURIComponent(e)+(t===``?``:`/${encodeURIComponent(t)}`),i=Object.keys(n).sort().map(e=>`${encodeURIComponent(e)}=${encodeURIComponent(n[e]??``).replaceAll(`%2C`,`,`).replaceAll(`%3A`,`:`)}`).join(`&`);return i===``?r:`${r}?${i}`}function gt(e){let t={};for(let[n,r]of Object.entries(e))r!=null&&r!==``&&(t[n]=r);return t}function _t(e){try{return decodeURIComponent(e)}catch{return e}}function vt(e){if(e===void 0||!/^\d{4}-\d{2}-\d{2}$/.test(e))return!1;let t=new Date(`${e}T00:00:00Z`);return!Number.isNaN(t.getTime())&&t.toISOString().slice(0,10)===e}function yt(e,t){let n=t.find(t=>t===e);return{value:n??t[0],fell:e!==void 0&&n===void 0}}var G=H(mt(location.pathname,location.search)),bt=W(()=>G.value.page),xt=W(()=>G.value.id),K=W(()=>G.value.keys);addEventListener(`popstate`,()=>{G.value=mt(location.pathname,location.search)});function St(e){let t=new URL(e,location.href);history.pushState(null,``,t.pathname+t.search),G.value=mt(t.pathname,t.search),scrollTo(0,0)}var Ct;function q(e,t=`push`){let n=G.value,r={...n,keys:gt({...n.keys,...e})};G.value=r,clearTimeout(Ct),t===`push`?history.pushState(null,``,ht(r)):Ct=setTimeout(()=>history.replaceState(null,``,ht(G.value)),120)}var wt=[`date`,`scn`,`conf`,`rel`,`theme`];function J(e,t,n={}){let r={};for(let e of wt)r[e]=K.value[e]??null;return ht({page:e,id:t??``,keys:gt({...r,...n})})}var Tt=`lodestone-theme`;function Et(){try{return localStorage.getItem(Tt)}catch{return null}}function Dt(){let e=K.value.theme??Et();return e===`light`||e===`dark`?e:`system`}function Ot(e){try{localStorage.setItem(Tt,e)}catch{}}et(()=>{let e=Dt();document.documentElement.style.colorScheme=e===`system`?`light dark`:e});var kt=new Map,At=200;function jt(e,t){let n=JSON.stringify({query:e.toString(),variables:t}),r=kt.get(n);if(r!==void 0)return r;let i=Mt(n);return kt.set(n,i),kt.size>At&&kt.delete(kt.keys().next().value??``),i.then(e=>{e.data===null&&kt.delete(n)}),i}async function Mt(e){try{let t=await(await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/json`},body:e})).json();return{data:t.data??null,faults:t.errors??[]}}catch{return{data:null,faults:[{message:`The server cannot be reached.`,extensions:{hint:`See whether it is still running.`}}]}}}function Nt(e,t){let[n,r]=I(null),i=t===null?``:JSON.stringify(t);return L(()=>{if(i===``)return;let t=!0;return jt(e,JSON.parse(i)).then(e=>{t&&r({of:i,answer:e})}),()=>{t=!1}},[i,e]),i===``||n===null?{data:null,faults:[],waiting:i!==``}:{...n.answer,waiting:n.of!==i}}function Pt(e,t=2){return e===0?`0`:Number(e.toPrecision(t)).toLocaleString(`en-GB`,{maximumFractionDigits:12,useGrouping:!0})}function Y(e){return e==null?`unknown`:e>0&&e<.005?`<0.01`:e<1&&e>=.995?`>0.99`:e===0||e===1?String(e):e.toFixed(2)}function Ft(e){return e.low===e.high?Y(e.low):`${Y(e.low)}–${Y(e.high)}`}function It(e){let t=e.low===e.high?`${Y(e.low)}`:`at least ${Y(e.low)}, at most ${Y(e.high)}`;return e.estimate===null?`${t}; no estimate`:`${t}; estimate ${Y(e.estimate)}`}function Lt(e){if(e==null)return`not stated`;let t=e*100;return`${t===0?`0`:t<.1?`<0.1`:Pt(t,t>=99.5&&t<100?3:2)} %`}function Rt(e,t,n=`${t}s`){return`${e.toLocaleString(`en-GB`)} ${e===1?t:n}`}var X=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new X(`
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
    `,{fragmentName:`SourceParts`}),new X(`
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
}`,{fragmentName:`RowParts`}),new X(`
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
}`,{fragmentName:`SupplyParts`}),new X(`
    fragment NodeParts on Node {
  __typename
  key
  name
}
    `,{fragmentName:`NodeParts`}),new X(`
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
}`,{fragmentName:`LicenceParts`}),new X(`
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
}`,{fragmentName:`ReceiptParts`}),new X(`
    fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}
    `,{fragmentName:`KilogramParts`}),new X(`
    fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
    `,{fragmentName:`ShareParts`}),new X(`
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
}`,{fragmentName:`ExposureParts`}),new X(`
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
}`),new X(`
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
}`),new X(`
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
}`),new X(`
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
}`),new X(`
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
    `),new X(`
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
}`),new X(`
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
}`),new X(`
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
}`);var zt=new X(`
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
    `);new X(`
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
}`);var Bt=new X(`
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
}`),Vt=new X(`
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
}`);new X(`
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
}`),new X(`
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
}`),new X(`
    query FirmPage($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    firm(id: $id) {
      ...NodeParts
      country {
        key
        name
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
}`),new X(`
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
}`),new X(`
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
}`),new X(`
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
      elements {
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
          ...ReceiptParts
        }
      }
      lumps {
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
}`),new X(`
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
}`),new X(`
    query ItemControls($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $id: ID!) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    controls(filter: {covers: $id}, first: 60) {
      nodes {
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
}`),new X(`
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
}`),new X(`
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
}`),new X(`
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
}`),new X(`
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
}`);var Ht=new X(`
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
    `),Ut=new X(`
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
}`);new X(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...NodeParts
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}`);var Wt=new X(`
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
}`),Gt=new X(`
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
    `),Kt=Symbol.for(`pv`),qt=0;Array.isArray;function Z(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Kt,__v:--qt,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}function Jt({share:e,verdict:t,basis:n,width:r=170}){return Z(`svg`,{viewBox:`0 0 ${r} 16`,width:r,height:`16`,role:`img`,"aria-label":It(e),children:Z(Yt,{share:e,verdict:t,basis:n,width:r,height:10,y:3})})}function Yt({share:e,verdict:t,basis:n,width:r,height:i,y:a=0,x:o=0}){let s=e=>Math.round(e*r*10)/10,c=t===`NOT_EXPOSED`;return Z(`g`,{children:[Z(`rect`,{class:`empty`,x:o+.5,y:a+.5,width:r-1,height:i-1}),e.high>e.low&&Z(`rect`,{class:`unknown`,x:o+s(e.low),y:a,width:s(e.high-e.low),height:i}),e.low>0&&Z(`rect`,{class:n===`MARKET`?`market`:`exposed`,x:o,y:a,width:s(e.low),height:i}),c&&e.high===0&&Z(`rect`,{class:`safe`,x:o,y:a,width:`4`,height:i}),e.estimate!==null&&Z(Xt,{x:o+s(e.estimate),y:a+i/2})]})}function Xt({x:e,y:t}){return Z(`path`,{class:`dot`,d:`M${e} ${t-6}l5 6l-5 6l-5 -6z`})}function Zt(){return Z(`ul`,{class:`legend`,"aria-label":`Legend`,children:[Z(`li`,{children:[Z(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:Z(`rect`,{class:`exposed`,width:`18`,height:`10`})}),`at least, by sales on record`]}),Z(`li`,{children:[Z(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:Z(`rect`,{class:`market`,width:`18`,height:`10`})}),`at least, by the world market`]}),Z(`li`,{children:[Z(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:Z(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`unknown: can be, is not proven`]}),Z(`li`,{children:[Z(`svg`,{width:`12`,height:`14`,"aria-hidden":`true`,children:Z(Xt,{x:6,y:7})}),`estimate under the stated assumptions`]}),Z(`li`,{children:[Z(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:Z(`rect`,{class:`empty`,x:`0.5`,y:`0.5`,width:`17`,height:`9`})}),`ruled out`]})]})}function Qt(e,t=1144){let[n,r]=I(Math.min(t,Math.max(300,document.documentElement.clientWidth-56)));return L(()=>{let t=e.current;if(t===null)return;let n=new ResizeObserver(([e])=>{let t=Math.floor(e?.contentRect.width??0);t>0&&r(t)});return n.observe(t),()=>n.disconnect()},[e]),n}function $t({label:e,layout:t,least:n=300}){let r=R(null),i=Math.max(n,Qt(r)),{height:a,marks:o,behind:s,front:c}=t(i),[l,u]=I(-1),[d,f]=I(-1),p=Ee(),m=o[l],h=m??o[d];return Z(`div`,{ref:r,class:`drawing`,onMouseLeave:()=>f(-1),children:[Z(`svg`,{role:`listbox`,class:`chart`,viewBox:`0 0 ${i} ${a}`,width:i,height:a,"aria-label":`${e}. Arrows walk the marks, Enter opens`,"aria-activedescendant":m===void 0?void 0:`${p}-${l}`,tabIndex:0,onKeyDown:e=>{let t=e.key===`ArrowDown`||e.key===`ArrowRight`?1:e.key===`ArrowUp`||e.key===`ArrowLeft`?-1:0;t!==0&&o.length>0?(e.preventDefault(),u(e=>Math.max(0,Math.min(o.length-1,e+t)))):e.key===`Home`||e.key===`End`?(e.preventDefault(),u(e.key===`Home`?0:o.length-1)):(e.key===`Enter`||e.key===` `)&&(e.preventDefault(),m?.open?.())},onBlur:()=>u(-1),children:[s,o.map((e,t)=>Z(x,{children:Z(`g`,{id:`${p}-${t}`,role:`option`,"aria-label":e.label,"aria-selected":t===l,onClick:e.open,onMouseEnter:()=>f(t),class:e.open===void 0?void 0:`opens`,children:[e.open!==void 0&&Z(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`clear`}),t===l&&Z(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`here`,rx:`2`}),e.draw]})},e.key)),c]}),h!==void 0&&Z(en,{mark:h,width:i})]})}function en({mark:e,width:t}){return Z(`div`,{class:`tip`,style:{left:`${Math.max(0,Math.min(e.x,t-340))}px`,top:`${e.y+e.height+4}px`},"aria-hidden":`true`,children:e.tip??e.label})}function tn(e,t,n=6.3){let r=Math.max(3,Math.floor(t/n));return e.length<=r?e:`${e.slice(0,r-1).trimEnd()}…`}var nn=H(null);function rn(e,t,n,r){return{title:e,value:t,...n,more:r}}var an=[`remove`,`limit`,`add`,`delay`,`control`,`licence`];function on(e){if(e===void 0||e===``)return[];if(!e.startsWith(`1.`))return null;try{let t=atob(e.slice(2).replaceAll(`-`,`+`).replaceAll(`_`,`/`)),n=JSON.parse(new TextDecoder(`utf-8`,{fatal:!0}).decode(Uint8Array.from(t,e=>e.charCodeAt(0))));return sn(n)?n:null}catch{return null}}function sn(e){return Array.isArray(e)&&e.length<=100&&e.every(e=>{if(typeof e!=`object`||!e)return!1;let t=Object.keys(e);return t.length===1&&an.includes(t[0]??``)})}var cn=[`LOW`,`MEDIUM`,`HIGH`],ln=W(()=>on(K.value.scn)),un=W(()=>vt(K.value.date)?K.value.date:void 0),dn=W(()=>yt(K.value.conf,cn).value),fn=W(()=>{let e={};return un.value!==void 0&&(e.asOf=un.value),ln.value!==null&&ln.value.length>0&&(e.scenario=ln.value),dn.value!==`LOW`&&(e.facts={minConfidence:dn.value}),e}),pn=W(()=>{let e=[];return K.value.date!==void 0&&un.value===void 0&&e.push(`“${K.value.date}” is no day of the calendar, so the page shows today.`),ln.value===null&&e.push(`The what-if in this link cannot be read, so the page shows the world as it is on record.`),yt(K.value.conf,cn).fell&&e.push(`“${K.value.conf}” is no level of confidence, so all rows count.`),e}),mn={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`not exposed`,NO_LICENCE:`no licence`,EXEMPT_REPORT:`no licence, but a report`,INDIVIDUAL_NO_TIME_LIMIT:`individual licence, no time limit`,INDIVIDUAL:`individual licence`,GENERAL_ELIGIBLE:`individual licence, general possible`,GENERAL_LICENCE:`general licence`,CASE_BY_CASE:`case by case`,REFUSED_IN_PRINCIPLE:`refused in principle`,PROHIBITED:`barred`,ACTIVE:`in force`,REVIVED:`in force by the letter, not verified`,NOT_YET:`not yet in force`,RAMP_UP:`ramping up`,CONSTRUCTION:`being built`,OEM:`maker of finished goods`,ICE_VEHICLE:`combustion vehicle`,EV:`electric vehicle`,SENSITIVE_CHIP_AI:`sensitive chips and AI`,KG_PER_KG:`kg per kg`,KG_PER_UNIT:`kg per piece`,UNIT_PER_UNIT:`pieces per piece`,KG_PER_MW:`kg per MW`,UNIT_PER_MW:`pieces per MW`,NON_RARE_EARTH:`not a rare earth`};function Q(e){return e==null?`not stated`:mn[e]??e.toLowerCase().replaceAll(`_`,` `)}function hn(e){return e.charAt(0).toUpperCase()+e.slice(1)}var gn=[`EXPOSED`,`LINKED`,`IMPLIED`,`UNKNOWN`,`NOT_EXPOSED`],_n={EXPOSED:`stated shares reach the target`,LINKED:`a chain on record reaches it; its share is not stated`,IMPLIED:`no chain on record; recipe and world market give an estimate`,UNKNOWN:`nobody can say`,NOT_EXPOSED:`proven to stay clear`},vn=[`MINE`,`CONCENTRATION`,`SEPARATION`,`METAL`,`ALLOY`,`MAGNET`,`MOTOR`,`COMPONENT`,`ASSEMBLY`,`RECYCLING`],yn=[`LOW`,`MEDIUM`,`HIGH`],bn={MINE:`mines`,CONCENTRATION:`concentrators`,SEPARATION:`refiners`,METAL:`metal makers`,ALLOY:`alloy makers`,MAGNET:`magnet makers`,MOTOR:`motor makers`,COMPONENT:`component makers`,ASSEMBLY:`assemblers`,RECYCLING:`recyclers`},xn={};function Sn(e){return xn[e]??`record`}function Cn(e){let t=e.replace(/([a-z])([A-Z])/g,`$1 $2`).toLowerCase();return e===`Facility`?`plant`:e===`ItemGroup`?`group`:t}var wn=[`ELEMENT`,`MATERIAL`,`COMPONENT`,`PRODUCT`,`ITEM_GROUP`,`FIRM`,`FACILITY`,`COUNTRY`,`REGION`,`CONTROL`,`LICENCE_TYPE`,`EVENT`,`PROCUREMENT_RULE`];function Tn(e){return{PAST_HORIZON:`the day lies after the newest source`,RULES_NOT_CHECKED:`the day lies after the newest dated fact on controls`,SUSPENSION_EXPIRED_UNVERIFIED:`rests on a control whose suspension has run out; what followed is not known`,EQUAL_SPLIT:`unstated shares split in equal parts`,IMPRECISE_DATE:`a date is known to the month or year only`,TAKEN_AS_CIVILIAN:`end use decided as civilian`,END_COMPUTED:`the end is computed from how long its kind is valid`}[e]??Q(e)}function En({of:e}){return Z(On,{to:J(Sn(e.__typename),e.key),children:e.name})}function Dn({of:e,none:t=`none on record`}){return e.length===0?Z(`span`,{class:`unknown`,children:t}):Z(`ul`,{class:`inline`,children:e.map(e=>Z(`li`,{children:Z(En,{of:e})},e.key))})}function On({to:e,children:t,current:n,className:r}){return Z(`a`,{href:e,class:r,"aria-current":n===!0?`page`:void 0,onClick:t=>{t.button!==0||t.metaKey||t.ctrlKey||t.shiftKey||t.altKey||(t.preventDefault(),St(e))},children:t})}function kn(e,t,n,r,i){let a=`Dependence of ${e} on ${An(n)}`;return{title:a,value:``,load:async()=>{let{data:e}=await jt(Vt,{...fn.value,id:t,to:n,element:r??null,endUse:i??null}),o=e?.view.exposure?.nodes[0];return o===void 0?null:rn(a,`${Q(o.verdict)}: ${It(o.share)}`,o.receipt,Z(jn,{of:o}))}}}function An(e){return[...e.countries??[],...(e.stages??[]).map(e=>`at ${Q(e)}`),...e.firms??[],...e.facilities??[],...e.items??[],...e.controls??[]].join(` `)}function jn({of:e}){return Z(x,{children:[Z(`p`,{children:[`Known `,Lt(e.coverage.known),`, assumed `,Lt(e.coverage.assumed),`, unknown `,Lt(e.coverage.unknown),`; basis:`,` `,Q(e.basis),`.`]}),e.paths.nodes.map((e,t)=>Z(`div`,{children:[Z(`h3`,{children:t===0?`Best chain on record`:`Next chain`}),e.hops.map((e,t)=>Z(`div`,{class:`hop`,children:[Z(`span`,{class:`quiet`,children:Q(e.kind)}),` `,Z(En,{of:e.from}),` → `,Z(En,{of:e.to}),e.share!==null&&`, ${Y(e.share)}${e.stated?``:` (not stated)`}`,e.rows.length>0&&Z(`div`,{class:`quiet`,children:[e.rows.map(e=>`${e.file}:${e.line}`).join(`, `),e.confidence!==null&&`, confidence ${Q(e.confidence)}`]})]},t))]},t)),e.paths.truncated&&Z(`p`,{class:`quiet`,children:`More chains exist than are listed.`}),e.steps.length>0&&Z(x,{children:[Z(`h3`,{children:`World market at each step`}),Z(`ul`,{class:`plain`,children:e.steps.map(e=>Z(`li`,{children:[Z(En,{of:e.item}),`: `,Lt(e.share),e.lowest!==e.most&&` (${Lt(e.lowest)} to ${Lt(e.most)} by source)`,`, `,Q(e.stage),`,`,` `,e.year,`, `,e.source.publisher,`, confidence `,Q(e.confidence)]},`${e.item.key} ${e.stage}`))})]})]})}function Mn(e,t,n,r){return e.every(e=>{let i=n[e.key];return i===void 0||e.key===r||e.of(t).includes(i)})}function Nn(e,t,n,r){let i=new Map;for(let a of n)for(let n of t.of(a))i.set(n,(i.get(n)??0)+ +!!Mn(e,a,r,t.key));let a=t.order;return[...i].sort((e,t)=>a===void 0?t[1]-e[1]||(e[0]<t[0]?-1:1):a.indexOf(e[0])-a.indexOf(t[0]))}var Pn=8;function Fn({facets:e,rows:t}){return Z(`div`,{class:`facets`,children:e.map(n=>{let r=K.value[n.key],i=Nn(e,n,t,K.value),a=i.filter(([e],t)=>t<Pn||e===r),o=Math.max(1,...i.map(([,e])=>e)),s=i.length-a.length;return Z(`div`,{class:`facet`,children:[Z(`h2`,{children:n.head}),Z(`ul`,{children:a.map(([e,t])=>Z(`li`,{children:Z(`button`,{type:`button`,"aria-pressed":r===e,title:n.title?.(e),onClick:()=>q({[n.key]:r===e?null:e}),children:[Z(`span`,{children:n.name(e)}),Z(`span`,{children:t}),Z(`svg`,{viewBox:`0 0 100 3`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:Z(`rect`,{class:`amount`,width:t/o*100,height:`3`})})]})},e))}),s>0&&Z(`p`,{class:`badge`,children:[`and `,s,` more in the table`]})]},n.key)})})}function In(e,t){return`\uFEFF${[e,...t].map(e=>e.map(Ln).join(`,`)).join(`\r
`)}\r\n`}function Ln(e){if(e==null)return``;if(typeof e==`number`)return String(e);let t=/^[=+\-@\t\r]/.test(e)&&!/^[+-]?\d+(\.\d+)?$/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll(`"`,`""`)}"`:t}function Rn(e,t,n){let r=typeof t==`string`?new Blob([t],{type:n}):t,i=document.createElement(`a`);i.href=URL.createObjectURL(r),i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(i.href),1e3)}function zn(e,t){return`lodestone-${e.toLowerCase().normalize(`NFKD`).replace(/\p{M}/gu,``).replace(/[^a-z0-9]+/g,`-`).replace(/^-|-$/g,``).slice(0,60)||`table`}.${t}`}var Bn=`/explorer/assets/source-sans-3-latin-wght-normal-Bo_j9asI.woff2`,Vn=`/explorer/assets/source-serif-4-latin-wght-normal-DMe4EKeb.woff2`,Hn=[`fill`,`fill-opacity`,`stroke`,`stroke-width`,`stroke-dasharray`,`stroke-opacity`,`opacity`,`font-family`,`font-size`,`font-weight`,`text-anchor`,`dominant-baseline`,`paint-order`];async function Un(e,t){let n=e.viewBox.baseVal,r=n.width||e.clientWidth,i=n.height||e.clientHeight,a=i+44+24+t.lines.length*16,o=e.cloneNode(!0);Gn(e,o);let s=Yn(`--paper`),c=Yn(`--ink`),l=Yn(`--ink-2`),u=t.lines.map((e,t)=>`<text x="0" y="${44+i+26+t*16}" font-size="12" fill="${l}" font-family="Source Sans 3, sans-serif">${Xn(e)}</text>`),d=new XMLSerializer().serializeToString(o).replace(/^<svg[^>]*>/,``).replace(/<\/svg>$/,``);return{text:[`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -12 ${r+48} ${a+24}" width="${r+48}" height="${a+24}">`,`<title>${Xn(t.title)}</title>`,`<defs><style>${await qn()}</style>${Kn()}</defs>`,`<rect x="-24" y="-12" width="${r+48}" height="${a+24}" fill="${s}"/>`,`<text x="0" y="22" font-size="20" font-weight="600" fill="${c}" font-family="Source Serif 4, serif">${Xn(t.title)}</text>`,`<g transform="translate(0 44)">${d}</g>`,...u,`</svg>`].join(``),width:r+48,height:a+24}}async function Wn(e,t){let{text:n,width:r,height:i}=await Un(e,t),a=URL.createObjectURL(new Blob([n],{type:`image/svg+xml`}));try{let e=new Image;e.src=a,await e.decode();let t=document.createElement(`canvas`);t.width=Math.round(r*2),t.height=Math.round(i*2);let n=t.getContext(`2d`);if(n===null)throw Error(`this browser draws no pictures`);return n.drawImage(e,0,0,t.width,t.height),await new Promise((e,n)=>t.toBlob(t=>t===null?n(Error(`no picture`)):e(t),`image/png`))}finally{URL.revokeObjectURL(a)}}function Gn(e,t){let n=getComputedStyle(e);for(let e of Hn){let r=n.getPropertyValue(e);r!==``&&r!==`none`&&r!==`normal`?t.setAttribute(e,r.replace(/url\("?[^#]*(#[^")]+)"?\)/,`url($1)`)):(e===`fill`||e===`stroke`)&&t.setAttribute(e,`none`)}t.removeAttribute(`class`),t.removeAttribute(`tabindex`);for(let n=0;n<e.children.length;n++){let[r,i]=[e.children[n],t.children[n]];r!==void 0&&i!==void 0&&Gn(r,i)}}function Kn(){let e=document.querySelector(`#patterns defs`);if(e===null)return``;let t=e.cloneNode(!0);return Gn(e,t),new XMLSerializer().serializeToString(t).replace(/^<defs[^>]*>/,``).replace(/<\/defs>$/,``)}async function qn(){let[e,t]=await Promise.all([Jn(Bn),Jn(Vn)]);return`@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${e})}@font-face{font-family:"Source Serif 4";font-weight:200 900;src:url(${t})}`}async function Jn(e){let t=new Uint8Array(await(await fetch(e)).arrayBuffer()),n=``;for(let e of t)n+=String.fromCharCode(e);return`data:font/woff2;base64,${btoa(n)}`}function Yn(e){let t=document.createElement(`span`);t.style.color=`var(${e})`,document.body.append(t);let n=getComputedStyle(t).color;return t.remove(),n}function Xn(e){return e.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`)}var Zn=H(void 0),Qn=H(void 0),$n=H(``);function er(){let e=G.value,t={...e.keys};return Qn.value!==void 0&&(t.date=Qn.value),Zn.value!==void 0&&(t.rel=Zn.value),location.origin+ht({...e,keys:t})}async function tr(){try{return await navigator.clipboard.writeText(er()),!0}catch{return!1}}function nr(e,t,n){return[...e].sort((e,r)=>{let[i,a]=[t(e)??null,t(r)??null];if(i===null||a===null)return i===a?0:i===null?1:-1;let o=typeof i==`number`&&typeof a==`number`?i-a:String(i).localeCompare(String(a),`en`);return n?-o:o})}function rr({name:e,columns:t,rows:n,most:r=50,none:i=`Nothing on record.`}){let[a,o]=I(null),[s,c]=I(!1),l=t.filter(e=>e.fileOnly!==!0),u=a===null?n:nr(n,l[a.at]?.value??(()=>null),a.down),d=s?u:u.slice(0,r);return n.length===0?Z(`p`,{class:`quiet`,children:i}):Z(x,{children:[Z(`section`,{class:`scroll`,tabIndex:0,"aria-label":`Table: ${e}`,children:Z(`table`,{children:[Z(`caption`,{class:`away`,children:e}),Z(`thead`,{children:Z(`tr`,{children:l.map((e,t)=>Z(`th`,{scope:`col`,class:e.numeric===!0?`n`:void 0,"aria-sort":a?.at===t?a.down?`descending`:`ascending`:`none`,children:Z(`button`,{type:`button`,onClick:()=>o(a?.at===t?{at:t,down:!a.down}:{at:t,down:e.numeric===!0}),children:[e.head,Z(`span`,{"aria-hidden":`true`,children:a?.at===t?a.down?` ↓`:` ↑`:``})]})},e.head))})}),Z(`tbody`,{children:d.map((e,t)=>Z(`tr`,{children:l.map(t=>Z(`td`,{class:t.bar===!0?`bar`:t.numeric===!0?`n`:void 0,children:t.cell===void 0?t.value(e):t.cell(e)},t.head))},t))})]})}),u.length>d.length&&Z(`p`,{class:`noprint`,children:Z(`button`,{type:`button`,onClick:()=>c(!0),children:[`Show `,u.length-d.length,` more of `,u.length]})})]})}var $=H(``);function ir({title:e,heading:t=!0,note:n,legend:r,children:i,caption:a,columns:o,rows:s,sources:c,most:l,none:u}){let d=R(null),f=i!==void 0,p=!f||K.value.table===`1`,m=()=>d.current?.querySelector(`svg.chart`)??null,h=()=>({title:e,lines:[`As of ${Qn.value??`today`} · Lodestone release ${Zn.value??`unknown`}`]}),g=async()=>{let t=m();t!==null&&(Rn(zn(e,`svg`),(await Un(t,h())).text,`image/svg+xml`),$.value=`SVG saved`)},_=async()=>{let t=m();t!==null&&(Rn(zn(e,`png`),await Wn(t,h()),`image/png`),$.value=`PNG saved`)},v=()=>{let t=[...o.map(e=>e.head),`sources`,`as of`,`release`],n=s.map(e=>[...o.map(t=>t.value(e)),c?.(e).join(` `)??null,Qn.value??null,Zn.value??null]);Rn(zn(e,`csv`),In(t,n),`text/csv`),$.value=`CSV saved`};return Z(`section`,{class:`part`,children:[t&&Z(`h2`,{children:e}),n!==void 0&&Z(`p`,{class:`quiet`,children:n}),Z(`figure`,{children:[f&&r,f&&Z(`div`,{ref:d,class:`scroll`,children:i}),p&&Z(`div`,{class:f?`behind`:void 0,children:Z(rr,{name:e,columns:o,rows:s,...l===void 0?{}:{most:l},...u===void 0?{}:{none:u}})}),s.length>0&&Z(`div`,{class:`caption`,children:[Z(`p`,{children:a}),Z(`div`,{class:`buttons`,children:[f&&Z(x,{children:[Z(`button`,{type:`button`,"aria-pressed":p,onClick:()=>q({table:p?null:`1`}),children:`Table`}),Z(`button`,{type:`button`,onClick:g,children:`SVG`}),Z(`button`,{type:`button`,onClick:_,children:`PNG`})]}),Z(`button`,{type:`button`,onClick:v,"aria-label":`CSV: ${e}`,children:`CSV`}),t||Z(`button`,{type:`button`,onClick:async()=>{$.value=await tr()?`Link copied`:`The link could not be copied`,$n.value=$.value},children:`Copy link`})]})]})]})]})}function ar({receipt:e,children:t}){return Z(`button`,{type:`button`,class:`num`,title:`Open the receipt: rows, sources and confidence`,onClick:()=>{nn.value=e()},children:t})}function or({what:e=`unknown`}){return Z(`span`,{class:`unknown`,children:e})}function sr({title:e,children:t}){let n=R(null),{page:r,id:i}=G.value;return L(()=>{document.title=`${e} · Lodestone`},[e]),L(()=>{(r!==cr.page||i!==cr.id)&&(n.current?.focus({preventScroll:!0}),cr={page:`\0`,id:``})},[r,i]),Z(x,{children:[Z(`h1`,{ref:n,tabIndex:-1,children:e}),t!==void 0&&Z(`p`,{class:`subtitle`,children:t})]})}var cr={page:G.value.page,id:G.value.id};function lr({of:e}){return e.length===0?null:Z(`div`,{class:`notice fault`,role:`alert`,children:e.slice(0,3).map(e=>Z(`p`,{children:[e.message,e.extensions?.hint===void 0?``:` ${e.extensions.hint}`]},e.message))})}function ur({of:e}){return e.length===0?null:Z(`p`,{class:`notice`,children:[Z(`b`,{children:`Caution:`}),` `,e.map(Tn).join(`; `),`.`]})}function dr(){return Z(`p`,{class:`wait`,role:`status`,children:`Asking…`})}var fr={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`safe`};function pr({verdict:e,certainty:t}){return Z(`span`,{class:`pill ${fr[e]}`,children:[Q(e),t===`POSSIBLE`?`, possible`:t===`CERTAIN`?`, certain`:``]})}var mr=[`firms`,`products`],hr=[`SEPARATION`,`any`,...vn.filter(e=>e!==`SEPARATION`)];function gr(){let e=yt(K.value.of,mr).value,t=yt(K.value.stage,hr).value,n=K.value.to??`CN`,r=K.value.el??null,i=t===`any`?{countries:[n]}:{countries:[n],stages:[t]},a=e===`firms`?{firms:{}}:{items:{kinds:[`PRODUCT`]}},{data:o,faults:s,waiting:c}=Nt(Bt,{...fn.value,of:a,to:i,element:r,endUse:null}),l=Nt(Gt,{}).data?.view,u=o?.view.exposure?.nodes??[],d=e===`firms`?br:xr,f=Te(()=>u.filter(e=>Mn(d,e,K.value)),[u,d,K.value]),p=l?.countries?.nodes.find(e=>e.key===n)?.name??n,m=`${t===`any`?`makers`:bn[t]} in ${p}`,h=_r(e,u,m);return Z(x,{children:[Z(sr,{title:h,children:[u.length===0?``:`${vr(u)} Three ways of knowing, never added. `,o?.view.exposure!=null&&o.view.exposure.totalCount>u.length&&`Only the first ${u.length} of ${o.view.exposure.totalCount} are drawn.`]}),Z(`div`,{class:`controls`,children:[Z(`label`,{children:[`Who`,Z(`select`,{value:e,onChange:e=>q({of:e.currentTarget.value===`firms`?null:e.currentTarget.value,verdict:null,country:null,role:null,sector:null,use:null}),children:[Z(`option`,{value:`firms`,children:`firms`}),Z(`option`,{value:`products`,children:`products`})]})]}),Z(`label`,{children:[`depends on`,Z(`select`,{value:n,onChange:e=>q({to:e.currentTarget.value===`CN`?null:e.currentTarget.value}),children:(l?.countries?.nodes??[{key:n,name:p}]).map(e=>Z(`option`,{value:e.key,children:e.name},e.key))})]}),Z(`label`,{children:[`at the stage`,Z(`select`,{value:t,onChange:e=>q({stage:e.currentTarget.value===`SEPARATION`?null:e.currentTarget.value}),children:[`any`,...vn].map(e=>Z(`option`,{value:e,children:e===`any`?`any stage`:Q(e)},e))})]}),Z(`label`,{children:[`for`,Z(`select`,{value:r??``,onChange:e=>q({el:e.currentTarget.value||null}),children:[Z(`option`,{value:``,children:`any element`}),(l?.elements?.nodes??[]).map(e=>Z(`option`,{value:e.key,children:e.name},e.key))]})]})]}),Z(lr,{of:s}),Z(ur,{of:(o?.view.exposure?.flags??[]).filter(e=>!(o?.view.flags??[]).includes(e))}),c&&o===null?Z(dr,{}):Z(x,{children:[Z(Fn,{facets:d,rows:u}),Z(Cr,{rows:f,all:u.length,title:h,to:i,element:r??void 0,target:m})]})]})}function _r(e,t,n){if(t.length===0)return`Who depends on ${n}`;let r=t.filter(e=>e.verdict===`EXPOSED`||e.verdict===`LINKED`).length,i=t.filter(e=>e.verdict===`IMPLIED`).length;return`${r} of ${t.length} ${e} are tied to ${n} on record; ${i} more by recipe and market`}function vr(e){let t=t=>e.filter(e=>e.verdict===t).length;return`${t(`UNKNOWN`)} are unknown: nobody can say. ${t(`NOT_EXPOSED`)} are proven to stay clear.`}var yr={key:`verdict`,head:`How it is known`,of:e=>[e.verdict],name:Q,order:gn,title:e=>_n[e]??``},br=[yr,{key:`country`,head:`Country of the firm`,of:e=>e.subject.__typename===`Firm`?[e.subject.country.name]:[],name:e=>e},{key:`role`,head:`What the firm does`,of:e=>e.subject.__typename===`Firm`?e.subject.roles:[],name:Q}],xr=[yr,{key:`sector`,head:`Industry`,of:e=>e.subject.__typename===`Product`?[e.subject.sector]:[],name:Q},{key:`use`,head:`End use`,of:e=>e.subject.__typename===`Product`?[e.subject.endUse]:[],name:Q}],Sr=30;function Cr({rows:e,all:t,title:n,to:r,element:i,target:a}){let o=e=>kn(e.subject.name,e.subject.key,r,i),s=[{head:`who`,value:e=>e.subject.name,cell:e=>Z(En,{of:e.subject})},{head:`id`,value:e=>e.subject.key,fileOnly:!0},{head:`country`,value:e=>e.subject.__typename===`Firm`?e.subject.country.key:null,cell:e=>e.subject.__typename===`Firm`?e.subject.country.name:``},{head:`verdict`,value:e=>e.verdict,cell:e=>Z(pr,{verdict:e.verdict,certainty:e.certainty})},{head:`share`,bar:!0,value:e=>e.share.estimate,cell:e=>Z(Jt,{share:e.share,verdict:e.verdict,basis:e.basis})},{head:`estimate`,numeric:!0,value:e=>e.share.estimate,cell:e=>Z(ar,{receipt:()=>o(e),children:e.share.estimate===null?Z(or,{}):Y(e.share.estimate)})},{head:`proven at least`,numeric:!0,value:e=>e.share.low,cell:e=>Y(e.share.low)},{head:`at most`,numeric:!0,value:e=>e.share.high,cell:e=>Y(e.share.high)},{head:`sales away`,numeric:!0,value:e=>e.nearestTier??e.possibleTier,cell:e=>e.nearestTier??e.possibleTier??Z(or,{what:`no chain`})},{head:`strongest need`,value:e=>e.item?.name??null,cell:e=>e.item===null?Z(or,{what:`none`}):Z(En,{of:e.item})},{head:`known`,value:e=>e.coverage.known,fileOnly:!0},{head:`assumed`,value:e=>e.coverage.assumed,fileOnly:!0},{head:`unknown`,value:e=>e.coverage.unknown,fileOnly:!0},{head:`flags`,value:e=>e.flags.join(` `),fileOnly:!0}],c=e.slice(0,Sr);return Z(ir,{title:n,heading:!1,columns:s,rows:e,legend:Z(Zt,{}),none:`No one passes these filters.`,caption:Z(x,{children:[e.length<t?`${Rt(e.length,`row`)} of ${t} pass the filters. `:``,e.length>Sr?`Drawn: the first ${Sr} of ${e.length}, strongest verdict first; all are in the table. `:``,`Share of the need that passes `,a,` at any tier. Enter or a click opens the receipt. Recorded chains and market estimates are never added.`]}),children:Z($t,{label:n,layout:e=>wr(c,e,e=>()=>nn.value=o(e))})})}function wr(e,t,n){let r=t<640,i=r?40:24,a=r?0:330,o=r?74:250,s=t-a-o;return{height:22+e.length*i+4,behind:Z(`g`,{children:[0,.25,.5,.75,1].map(t=>Z(`g`,{children:[Z(`line`,{class:`line`,x1:a+t*s,x2:a+t*s,y1:18,y2:22+e.length*i}),Z(`text`,{class:`tick`,x:a+t*s,y:12,"text-anchor":t===0?`start`:`middle`,children:t})]},t))}),marks:e.map((e,o)=>{let c=22+o*i,l=tn(e.subject.name,r?t-150:a-16),u=e.share.estimate===null?`no estimate`:Y(e.share.estimate),d=e.certainty===null?``:` (${Q(e.certainty)})`,f=r?Q(e.verdict):`${hn(Q(e.verdict))}${d} · ${u} in ${Ft(e.share)}`;return{key:e.subject.key,label:r?`${l}${f}${u}, ${e.subject.name}, ${It(e.share)}`:`${l}${f}, ${e.subject.name}, ${It(e.share)}`,tip:`${e.subject.name}: ${Q(e.verdict)}${d}; ${It(e.share)}. ${_n[e.verdict]}.`,open:n(e),x:0,y:c,width:t,height:i,draw:Z(`g`,{children:[Z(`text`,{class:`label`,x:0,y:c+16,children:l}),Z(Yt,{share:e.share,verdict:e.verdict,basis:e.basis,x:a,y:r?c+22:c+6,width:s,height:12}),r?Z(x,{children:[Z(`text`,{class:`tick`,x:t,y:c+16,"text-anchor":`end`,children:Q(e.verdict)}),Z(`text`,{class:`tick`,x:t,y:c+33,"text-anchor":`end`,children:u})]}):Z(`text`,{class:`tick`,x:a+s+14,y:c+16,children:f})]})}})}}function Tr({large:e=!1,choose:t,only:n=wn,label:r=`Search firms, items, plants, controls`}){let[i,a]=I(``),[o,s]=I(null),[c,l]=I(0),[u,d]=I(!1),f=Ee(),p=R(null),m=i.trim(),h=n.join();L(()=>{if(m===``){s(null);return}let e=!0,t=setTimeout(()=>{jt(Ut,{text:m,in:h.split(`,`)}).then(({data:t})=>{e&&(s({of:m,hits:t?.search??[]}),l(0))})},60);return()=>{e=!1,clearTimeout(t)}},[m,h]);let g=e=>{a(``),d(!1),t===void 0?St(J(Sn(e.node.__typename),e.node.key)):t(e.node)};L(()=>{o!==null&&p.current===o.of&&o.hits[0]!==void 0&&(p.current=null,g(o.hits[0]))},[o]);let _=u&&m!==``&&o!==null,v=o?.hits??[];return Z(`div`,{class:e?`search large`:`search`,children:[Z(`input`,{role:`combobox`,type:`search`,class:t===void 0?`front`:void 0,value:i,placeholder:t===void 0?`Search firms, items, plants  ( / )`:r,"aria-label":r,"aria-autocomplete":`list`,"aria-expanded":_,"aria-controls":`${f}-hits`,"aria-activedescendant":_&&v[c]!==void 0?`${f}-${c}`:void 0,autocomplete:`off`,spellcheck:!1,onInput:e=>{a(e.currentTarget.value),d(!0)},onFocus:()=>d(!0),onBlur:()=>d(!1),onKeyDown:e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`)e.preventDefault(),d(!0),l(t=>v.length===0?0:(t+(e.key===`ArrowDown`?1:v.length-1))%v.length);else if(e.key===`Enter`){e.preventDefault();let t=o?.of===m?v[c]:void 0;t===void 0?p.current=m:g(t)}else e.key===`Escape`&&(d(!1),p.current=null)}}),Z(`ul`,{class:`hits`,role:`listbox`,id:`${f}-hits`,"aria-label":`Hits`,hidden:!_,children:[v.map((e,t)=>Z(`li`,{id:`${f}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:t=>{t.preventDefault(),g(e)},onMouseEnter:()=>l(t),children:[Z(`span`,{children:e.node.name}),Z(`span`,{class:`badge`,children:Cn(e.node.__typename)}),Z(`span`,{class:`why`,children:Er(e)})]},`${e.node.__typename} ${e.node.key}`)),o!==null&&v.length===0&&Z(`li`,{class:`none`,role:`option`,"aria-selected":`false`,"aria-disabled":`true`,children:`Nothing of that name on record`})]})]})}function Er({node:e,matched:t,score:n}){let r=[];return e.__typename===`Firm`&&r.push(e.country.key),e.__typename===`Facility`&&r.push(`${e.stage.toLowerCase()}, ${e.country.key}`),t!==e.name&&r.push(t===e.key?`id ${t}`:`also: ${t}`),r.push(n===1?`whole name`:`match ${n.toFixed(2)}`),r.join(` · `)}function Dr(){let{asOf:e,facts:t}=fn.value,{data:n}=Nt(zt,{asOf:e,facts:t}),r=n?.release.tables.reduce((e,t)=>e+t.rows,0);return Z(x,{children:[Z(sr,{title:`Who depends on whom for rare earths, and how do we know?`,children:r===void 0?`Elements, magnets, firms, plants, controls and licences, each fact with its source.`:`${r.toLocaleString(`en-GB`)} rows from ${n?.view.sources?.totalCount} sources: elements, magnets, firms, plants, controls and licences. Each number opens down to file and line.`}),Z(`section`,{class:`part`,"aria-label":`Search`,children:[Z(Tr,{large:!0}),Z(`p`,{class:`quiet`,children:`Typing errors and other languages are fine: samarum, 钐, neodynium, Baotou.`})]}),Z(`section`,{class:`part`,children:[Z(`h2`,{children:`Questions to begin with`}),Z(`ul`,{class:`plain questions`,children:[Z(`li`,{children:Z(On,{to:J(`exposure`),children:`Which firms depend on Chinese refiners, and on whose word?`})}),Z(`li`,{children:Z(On,{to:J(`exposure`,void 0,{of:`products`,use:`DEFENCE`,stage:`MAGNET`}),children:`Which weapons rest on Chinese magnets?`})})]})]})]})}function Or(){let e=nn.value,[t,n]=I(null),r=R(null),i=R(null);if(L(()=>{if(e===null)return;let t=!0;return n(`load`in e?null:e),`load`in e&&e.load().then(e=>t&&n(e??`failed`)),i.current===null&&(i.current=document.activeElement),r.current?.focus(),()=>{t=!1}},[e]),e===null)return null;let a=()=>{nn.value=null,i.current?.focus?.(),i.current=null};return Z(`aside`,{class:`receipt`,ref:r,tabIndex:-1,"aria-label":`Receipt`,onKeyDown:e=>{e.key===`Escape`&&a()},children:[Z(`button`,{type:`button`,class:`close`,onClick:a,"aria-label":`Close the receipt`,children:`✕`}),Z(`h2`,{children:e.title}),Z(kr,{now:e,shown:t})]})}function kr({now:e,shown:t}){return t===`failed`?Z(`p`,{role:`alert`,children:`The receipt could not be read.`}):t===null?Z(`p`,{class:`wait`,children:[e.value,` Asking…`]}):Z(x,{children:[Z(`p`,{class:`big`,children:hn(t.value)}),t.formula!==void 0&&Z(`p`,{children:t.formula}),(t.assumptions??[]).length>0&&Z(x,{children:[Z(`h3`,{children:`Assumed, or limits`}),Z(`ul`,{class:`plain`,children:t.assumptions?.map(e=>Z(`li`,{children:e.meaning},e.flag))})]}),t.more,Z(`h3`,{children:t.rowCount===t.rows.length?Rt(t.rowCount,`row`):`${t.rows.length} of ${Rt(t.rowCount,`row`)}`}),t.rows.length===0&&Z(`p`,{class:`quiet`,children:`No row stands behind it.`}),Z(`ol`,{class:`rows`,children:t.rows.map(e=>Z(`li`,{children:Z(Ar,{row:e})},`${e.file}:${e.line}`))})]})}function Ar({row:e}){return Z(x,{children:[Z(`code`,{children:[e.file,`:`,e.line]}),e.confidence!==null&&Z(`span`,{class:`badge`,children:[` confidence `,Q(e.confidence)]}),Z(`dl`,{children:[e.columns.filter(e=>e.name!==`source`&&e.name!==`confidence`).map(e=>Z(x,{children:[Z(`dt`,{children:e.name},`${e.name} head`),Z(`dd`,{children:e.value===``?Z(`span`,{class:`unknown`,children:`not stated`}):e.value},e.name)]})),e.source!==null&&Z(x,{children:[Z(`dt`,{children:`source`}),Z(`dd`,{children:[Z(`a`,{href:e.source.url,rel:`noreferrer noopener`,target:`_blank`,children:e.source.title}),`, `,e.source.publisher,`, `,e.source.published??`undated`]})]})]})]})}function jr(){let{data:e,faults:t,waiting:n}=Nt(Wt,{id:xt.value}),r=e?.node??null;return r===null?Z(x,{children:[Z(sr,{title:n?`Asking…`:`There is nothing of that name`}),n&&Z(dr,{}),Z(lr,{of:t})]}):Z(x,{children:[Z(sr,{title:r.name,children:[Cn(r.__typename),`, as the data have it`,r.__typename===`Event`&&r.firm!==null&&Z(x,{children:[` `,`· `,Z(En,{of:r.firm})]})]}),Z(`section`,{class:`part record`,children:Z(Ar,{row:r.row})}),r.__typename===`ItemGroup`&&Z(`section`,{class:`part`,children:[Z(`h2`,{children:`Items in the group`}),Z(Dn,{of:r.members.nodes})]})]})}function Mr(){let e=R(null);return L(()=>{let t=t=>{let n=t.target;if(!(t.metaKey||t.ctrlKey||t.altKey||n.closest(`input, select, textarea, dialog`)!==null))switch(t.key){case`/`:t.preventDefault(),document.querySelector(`input.front`)?.focus();break;case`?`:e.current?.showModal();break;case`t`:case`T`:q({table:K.value.table===`1`?null:`1`}),$.value=K.value.table===`1`?`Tables shown`:`Tables hidden`;break;case`b`:case`B`:document.querySelector(`[data-swap]`)?.click();break;case`Escape`:nn.value=null}};return addEventListener(`keydown`,t),()=>removeEventListener(`keydown`,t)},[]),Z(x,{children:[Z(`button`,{type:`button`,class:`icon`,"aria-label":`Keyboard help`,onClick:()=>e.current?.showModal(),children:`?`}),Z(`dialog`,{ref:e,"aria-labelledby":`help-title`,children:[Z(`h2`,{id:`help-title`,children:`Keys`}),Z(`dl`,{class:`facts`,children:[Z(`dt`,{children:Z(`kbd`,{children:`/`})}),Z(`dd`,{children:`search; arrows walk the hits, Enter opens, Escape closes`}),Z(`dt`,{children:Z(`kbd`,{children:`T`})}),Z(`dd`,{children:`the tables behind the pictures`}),Z(`dt`,{children:Z(`kbd`,{children:`B`})}),Z(`dd`,{children:`before and after of a what-if`}),Z(`dt`,{children:Z(`kbd`,{children:`Esc`})}),Z(`dd`,{children:`close a receipt or this help`}),Z(`dt`,{children:Z(`kbd`,{children:`?`})}),Z(`dd`,{children:`this help`})]}),Z(`p`,{children:`Dotted numbers open their receipt: the rows, sources and confidence behind them.`}),Z(`form`,{method:`dialog`,children:Z(`button`,{type:`submit`,children:`Close`})})]})]})}function Nr({nav:e,children:t}){return Z(x,{children:[Z(`a`,{class:`skip`,href:`#main`,children:`Skip to the page`}),Z(Rr,{}),Z(`div`,{class:`frame`,children:[Z(`header`,{class:`top`,children:[Z(On,{to:J(``),className:`brand`,children:`Lodestone`}),Z(`nav`,{"aria-label":`Pages`,children:e.map(e=>Z(On,{to:J(e.page),current:bt.value===e.page,children:e.title},e.page))}),Z(`span`,{class:`grow`}),bt.value!==``&&Z(Tr,{}),Z(Lr,{}),Z(Mr,{})]}),Z(Pr,{}),Z(`p`,{class:`away`,role:`status`,children:$.value}),Z(`main`,{id:`main`,tabIndex:-1,children:t}),Z(`footer`,{class:`foot`,children:[Z(`span`,{children:`Lodestone explorer. Unknown is never zero: it is hatched, and says so.`}),Z(`a`,{href:`/`,children:`Ask in GraphQL: the playground`}),Z(`a`,{href:`/explorer/licences.txt`,children:`Licences of what is built in`})]})]}),Z(Or,{})]})}function Pr(){let{data:e,faults:t}=Nt(Ht,fn.value),n=e?.release,r=e?.view.asOf;L(()=>{Zn.value=n?.id,Qn.value=r},[n?.id,r]);let i=ln.value?.length??0,a=K.value.rel;return Z(x,{children:[Z(`search`,{class:`world`,"aria-label":`The day and filter of every page`,children:[Z(`label`,{children:[`As of`,Z(`input`,{type:`date`,value:un.value??r??``,onChange:e=>e.currentTarget.value!==``&&q({date:e.currentTarget.value})})]}),un.value!==void 0&&Z(`button`,{type:`button`,onClick:()=>q({date:null}),children:`Today`}),Z(`label`,{children:[`Rows of confidence`,Z(`select`,{value:dn.value,onChange:e=>q({conf:e.currentTarget.value===`LOW`?null:e.currentTarget.value}),children:yn.map(e=>Z(`option`,{value:e,children:e===`LOW`?`any`:e===`HIGH`?`high only`:`${Q(e)} or high`},e))})]}),i>0&&Z(`span`,{children:[Z(On,{to:J(`whatif`),children:[`What-if: `,Rt(i,`edit`)]}),` `,Z(`button`,{type:`button`,onClick:()=>q({scn:null}),children:`Clear`})]}),Z(`span`,{class:`grow`}),Z(`span`,{class:`release`,children:n===void 0?`Reading the release…`:`release ${n.id.slice(0,12)} · sources until ${n.horizon}`}),Z(Fr,{})]}),Z(lr,{of:t}),pn.value.map(e=>Z(`p`,{class:`notice`,children:e},e)),a!==void 0&&n!==void 0&&a!==n.id&&Z(`p`,{class:`notice`,role:`alert`,children:[`This link was made from release `,Z(`code`,{children:a.slice(0,12)}),`, which is not loaded: the numbers here are those of release`,` `,Z(`code`,{children:n.id.slice(0,12)}),` and may differ.`]}),Z(ur,{of:e?.view.flags??[]})]})}function Fr(){return Z(`button`,{type:`button`,onClick:async()=>{$n.value=await tr()?`Link copied`:`The link could not be copied`,$.value=$n.value,setTimeout(()=>{$n.value=``},2500)},children:$n.value||`Copy link`})}var Ir=[`system`,`light`,`dark`];function Lr(){let[,e]=I(0),t=Dt(),n=Ir[(Ir.indexOf(t)+1)%Ir.length]??`system`;return Z(`button`,{type:`button`,class:`icon`,"aria-label":`Theme: ${t}. Change to ${n}`,title:`Theme: ${hn(t)}`,onClick:()=>{Ot(n),q({theme:n===`system`?null:n}),e(e=>e+1)},children:t===`light`?`☀`:t===`dark`?`☾`:`◐`})}function Rr(){return Z(`svg`,{id:`patterns`,"aria-hidden":`true`,children:Z(`defs`,{children:[Z(`pattern`,{id:`hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[Z(`rect`,{class:`hatch-ground`,width:`6`,height:`6`}),Z(`line`,{class:`hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]}),Z(`pattern`,{id:`hatch-amber`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[Z(`rect`,{class:`hatch-amber-ground`,width:`6`,height:`6`}),Z(`line`,{class:`hatch-amber-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})]})})}var zr={"":Dr,exposure:gr,record:jr},Br=[{page:`exposure`,title:`Exposure`}];function Vr(){return Z(Nr,{nav:Br,children:Z(zr[bt.value]??Hr,{},`${bt.value}/${xt.value}`)})}function Hr(){return Z(sr,{title:`There is no such page`,children:`The address names a page that this explorer does not have. The search finds everything that it has.`})}var Ur=document.getElementById(`page`);Ur!==null&&N(Z(Vr,{}),Ur);