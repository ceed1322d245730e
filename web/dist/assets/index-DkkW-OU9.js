var e,t,n,r,i,a,o,s,c,l,u,d=Symbol.for(`pv`),f={},p=[],m=/^m(i|n|o|s|text|space)$/,h=Array.isArray,g=p.slice,_=Object.assign;function v(e){e&&e.parentNode&&e.remove()}function y(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?g.call(arguments,2):n),b(e,o,r,i,null)}function b(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:d,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function C(e,t){if(t==null)return e.__&&C(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:C(e)}function ee(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=_({constructor:d},r)).__v=r.__v+1,e.vnode&&e.vnode(n),se(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||C(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,O(a,n,o),r.__=r.__e=null,n.__e!=i&&w(n))}function w(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),w(e)}function T(t){(8&t.__g||(t.__g|=8,r.push(t),a++))&&i==e.debounceRendering||((i=e.debounceRendering)||queueMicrotask)(E)}function E(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,8&e.__g&&ee(e)}finally{(a=r.length)&&(i||queueMicrotask)(E)}}function te(e,t,n,r,i,a,o,s,c,l,u){var d,m,h,g,_,v,y=r.__k||p,b=t.length;for(c=ne(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(m=~h.__i&&y[h.__i]||f,h.__i=d,v=se(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&k(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=D(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function ne(e,t,n,r,i){var a,o,s,c,l,u,f,p,m,g=n.length,_=g,v=0,y=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=b(null,o):h(o)?o=S[a]=b(x,{children:o}):o.constructor===d&&o.__b?o=S[a]=b(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=re(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(y){for(u=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,f[a]=v+1}for(v=u.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=C(s)),de(s,s));return r}function D(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=D(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=C(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function re(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ie(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function ae(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ie(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ie(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=u[t]||(u[t]=oe(t)),(e.__a||={})[t]=l,a=t!=(t=t.replace(c,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function oe(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[s]==null)n[s]=l++;else if(n[s]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function se(t,n,r,i,a,o,s,c,l,u){var f,m,g,y,b,ee,w,T,E,ne,D,re,ie,ae,oe,se,O,k,A=n.type;if(n.constructor!==d)return null;128&r.__u&&(l=32&r.__u,f=r.__c.__z)&&(n.__u|=l,m=o=[],f.nodeType==8?c=ce(f,o):o.push(f),c=o[0]||c),(f=e.__b)&&f(n);n:if(typeof A==`function`){g=s.length;try{if(T=n.props,E=(f=A.prototype)&&f.render,ne=(f=A.contextType)&&i[f.__c],D=f?ne?ne.props.value:f.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(E?n.__c=y=new A(T,D):(n.__c=y=new S(T,D),y.constructor=A,y.render=fe),ne&&ne.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),E&&(y.__s||(y.__s=y.state),A.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=_({},y.__s)),_(y.__s,A.getDerivedStateFromProps(T,y.__s)))),b=y.props,ee=y.state,y.__v=n,r.__c){if(T!==b&&E&&!A.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(T,D),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(T,y.__s,D)){n.__v!=r.__v&&(y.props=T,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),p.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=C(r);break n}y.componentWillUpdate&&y.componentWillUpdate(T,y.__s,D),E&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(b,ee,w)})}else E&&!A.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),E&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=D,y.props=T,y.__P=t,y.__g&=-5,re=e.__r,ie=E?25:0;do y.__g&=-9,re&&re(n),f=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++ie<25);E&&(p.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=_({},i,y.getChildContext())),E&&r.__c&&y.getSnapshotBeforeUpdate&&(w=y.getSnapshotBeforeUpdate(b,ee)),ae=f&&f.type===x&&f.key==null?f.props.children:f,T.__P&&(f=c,a=(t=T.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&de(e,e)}),r.__k=null),c=r.__k?C(r,0):null),c=te(t,h(ae)?ae:[ae],n,r,i,a,o,s,c,l,u),T.__P&&(n.__e=null,c=f),n.__u&=-161,m&&m.some(v),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=g,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(O=o.indexOf(c||void 0))||(O=o.length);(k=o[O-1])&&k.nodeType==8;)O--;for(;O<o.length;O++)if(k=o[O]){if(o[O]=null,oe){if(k==se)break}else{if(k.nodeType!=8)break;k.data.startsWith(`$s`)&&(se=ce(oe=k))}}}if(!oe){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;oe=c}(f=ce(oe=n.__c.__z||(n.__c.__z=oe)))?(n.__e=oe,c=f):n.__e=c,c&&=c.nextSibling}else o&&o.some(v)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||le(n),e.__e(t,n,r)}}else c=n.__e=ue(r.__e,n,r,i,a,o,s,l,u,t);return(f=e.diffed)&&f(n),c}function ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function le(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(le))}function O(t,n,r){for(var i=0;i<r.length;)k(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function ue(t,n,r,i,a,o,s,c,l,u){var d,p,_,y,b,x,S,ee,w=r.props||f,T=n.props,E=n.type;if(E==`svg`?a=`http://www.w3.org/2000/svg`:E==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(E?b.localName==E:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(ee=u.ownerDocument||document,!E)return ee.createTextNode(T);t=ee.createElementNS(a,E,T.is?T:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(E){if(u=E==`template`&&t.content||t,o=E==`textarea`&&T.defaultValue!=null?null:o&&g.call(u.childNodes),!c&&o)for(w={},d=0;d<t.attributes.length;d++)w[(b=t.attributes[d]).name]=b.value;for(d in w)b=w[d],d==`dangerouslySetInnerHTML`?_=b:d==`children`||d in T||d==`value`&&`defaultValue`in T||d==`checked`&&`defaultChecked`in T||ae(t,d,null,b,a);for(d in T)b=T[d],d==`children`?y=b:d==`dangerouslySetInnerHTML`?p=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||w[d]===b||ae(t,d,b,w[d],a);p?(c||_&&(p.__html==_.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),n.__k=[]):(_&&(t.textContent=``),(E==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&m.test(E))&&(a=`http://www.w3.org/1999/xhtml`),te(u,h(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&C(r,0),c,l),o&&o.some(v)),c&&E!=`textarea`||(d=`value`,E==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(E!=`progress`||x)||ae(t,d,x,w[d],a),d=`checked`,S!=null&&S!=t[d]&&ae(t,d,S,w[d],a))}else w===T||c&&t.data==T||(t.data=T);return t}function k(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function de(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||k(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&de(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ce(i,o=[]))&&(i==t.__e&&o.some(v),v(a),v(i)),r||v(t.__e),t.__e=t.__c=t.__=null}function fe(e,t,n){return this.constructor(e,n)}function A(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=b(x,{children:[t]}),a=[],o=[],se(n,n.__k,i||f,f,n.namespaceURI,i?null:n.firstChild?g.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),O(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var i,o,s;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw a=0,e}},t=0,n=function(e){return e!=null&&e.constructor===d},S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=_({},this.state)),typeof e==`function`&&(e=e(_({},n),this.props)),e&&(_(n,e),this.__v&&(t&&this.__k.push(t),T(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),T(this))},S.prototype.render=x,r=[],a=0,o=function(e,t){return e.__v.__b-t.__v.__b},s=Symbol(),c=/(PointerCapture)$|Capture$/i,l=0,u={};var pe,j,me,he,ge=Object.is,_e=0,ve=[],ye=[],M=e,be=M.__b,xe=M.__r,Se=M.diffed,Ce=M.__c,we=M.unmount,Te=M.__;function Ee(e,t){M.__h&&M.__h(j,e,_e||t),_e=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function N(e){return _e=1,De(Re,e)}function De(e,t,n){var r=Ee(pe++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Re(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);ge(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=j,!j.__f)){j.__f=!0;var i=j.shouldComponentUpdate;j.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,ge(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function P(e,t){var n=Ee(pe++,3);!M.__s&&Le(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function Oe(e){return _e=5,ke(function(){return{current:e}},[])}function ke(e,t){var n=Ee(pe++,7);return Le(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ae(){var e=Ee(pe++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function je(){var e;do{for(;e=ye.shift();)try{Fe(e)}catch(t){M.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=ve.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Fe),t.__h.some(Ie),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}while(ye.length)}M.__b=function(e){j=null,be&&be(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Te&&Te(e,t)},M.__r=function(e){xe&&xe(e),pe=0;var t=(j=e.__c).__H;t&&(me==j?j.__h=[]:(t.__h.some(Fe),t.__h.some(Ie),pe=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),me=j},M.diffed=function(e){Se&&Se(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Pe(ve.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),me=j=null},M.__c=function(e,t){t.some(function(e){try{e.__h.some(Fe),e.__h=e.__h.filter(function(e){return!e.__||Ie(e)})}catch(t){e.__h=[function(){throw t}]}}),Ce&&Ce(e,t)},M.unmount=function(e){we&&we(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Pe(ye.push(r))}else Fe(r)}catch(e){t=e}}),r.__H=void 0,t&&M.__e(t,r.__v))};var Me=typeof requestAnimationFrame==`function`;function Ne(e){var t,n=function(){clearTimeout(r),Me&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Me&&(t=requestAnimationFrame(n))}function Pe(e){e!=1&&he==M.requestAnimationFrame||((he=M.requestAnimationFrame)||Ne)(je)}function Fe(e){var t=j,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),j=t}function Ie(e){var t=j;e.__c=e.__(),j=t}function Le(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!ge(t,e[n])})}function Re(e,t){return typeof t==`function`?t(e):t}var ze=Symbol.for(`preact-signals`);function Be(){if(I>1)I--;else{var e,t=!1;for((function(){var e=Je;for(Je=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();We!==void 0;){var n=We;for(We=void 0,Ge++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Qe(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(Ge=0,I--,t)throw e}}function Ve(e){if(I>0)return e();qe=++Ke,I++;try{return e()}finally{Be()}}var He,F=void 0;function Ue(e){var t=F,n=He;F=void 0,He=void 0;try{return e()}finally{F=t,He=n}}var We=void 0,I=0,Ge=0,Ke=0,qe=0,Je=void 0,Ye=0;function Xe(e){if(F!==void 0){var t=e.n;if(t===void 0||t.t!==F)return t={i:0,S:e,p:F.s,n:void 0,t:F,e:void 0,x:void 0,r:t},F.s!==void 0&&(F.s.n=t),F.s=t,e.n=t,32&F.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=F.s,t.n=void 0,F.s.n=t,F.s=t),t}}function L(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}L.prototype.brand=ze,L.prototype.h=function(){return!0},L.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?Ue(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},L.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&Ue(function(){var e;(e=t.Z)==null||e.call(t)}))}},L.prototype.subscribe=function(e){var t=this;return ot(function(){var n=t.value;Ue(function(){return e(n)})},{name:`sub`})},L.prototype.valueOf=function(){return this.value},L.prototype.toString=function(){return this.value+``},L.prototype.toJSON=function(){return this.value},L.prototype.peek=function(){var e=this;return Ue(function(){return e.value})},Object.defineProperty(L.prototype,"value",{get:function(){var e=Xe(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Ge>100)throw Error(`Cycle detected`);(function(e){I!==0&&Ge===0&&e.l!==qe&&(e.l=qe,Je={S:e,v:e.v,i:e.i,o:Je})})(this),this.v=e,this.i++,Ye++,I++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Be()}}}});function Ze(e,t){return new L(e,t)}function Qe(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function $e(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function et(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function tt(e,t){L.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Ye-1,this.f=4}tt.prototype=new L,tt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Ye))return!0;if(this.g=Ye,this.f|=1,this.i>0&&!Qe(this))return this.f&=-2,!0;var e=F;try{$e(this),F=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return F=e,et(this),this.f&=-2,!0},tt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}L.prototype.S.call(this,e)},tt.prototype.U=function(e){if(this.t!==void 0&&(L.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},tt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(tt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=Xe(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function R(e,t){return new tt(e,t)}function nt(e){var t=e.j;if(e.j=void 0,typeof t==`function`){I++;var n=F;F=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,rt(e),t}finally{F=n,Be()}}}function rt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,nt(e)}function it(e){if(F!==this)throw Error(`Out-of-order effect`);et(this),F=e,this.f&=-2;try{8&this.f&&rt(this)}finally{Be()}}function at(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,He&&He.push(this)}at.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},at.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,nt(this),$e(this),I++;var e=F;return F=this,it.bind(this,e)},at.prototype.N=function(){2&this.f||(this.f|=2,this.u=We,We=this)},at.prototype.d=function(){this.f|=8,1&this.f||rt(this)},at.prototype.dispose=function(){this.d()};function ot(e,t){var n=new at(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var st,ct,lt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,ut=[];ot(function(){st=this.N})();function dt(t,n){e[t]=n.bind(null,e[t]||function(){})}function ft(e){if(ct){var t=ct;ct=void 0,t()}ct=e&&e.S()}function pt(e){var t=this,r=e.data,i=ht(r);i.name=`ReactiveDom`,i.value=r;var a=ke(function(){for(var e=t,r=t.__v;r=r.__;)if(r.__c){r.__c.__$f|=4;break}var a=R(function(){var e=i.value.value;return e===0?0:!0===e?``:e||``}),o=R(function(){return!Array.isArray(a.value)&&!n(a.value)}),s=ot(function(){if(this.N=vt,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}pt.displayName=`ReactiveTextNode`,Object.defineProperties(L.prototype,{constructor:{configurable:!0,value:y(x,null).constructor},type:{configurable:!0,value:pt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),dt(`__b`,function(e,t){if(ft(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof L&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),dt(`__r`,function(e,t){if(e(t),t.type!==x){ft();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return ot(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;lt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),ft(n)}}),dt(`__e`,function(e,t,n,r){ft(),e(t,n,r)}),dt(`diffed`,function(e,t){ft();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=mt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function mt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=Ze(n);return{o:function(e,t){a.value=e,r=t},d:ot(function(){this.N=vt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}dt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),dt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),S.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function ht(e,t){return ke(function(){return Ze(e,t)},[])}var gt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function _t(){Ve(function(){for(var e;e=ut.shift();)st.call(e)})}function vt(){ut.push(this)===1&&(e.requestAnimationFrame||gt)(_t)}var yt=`/explorer/`;function bt(e,t){let[n=``,...r]=(e.startsWith(yt)?e.slice(10):``).split(`/`).map(Ct),i={};for(let[e,n]of new URLSearchParams(t))n!==``&&(i[e]=n);return{page:n,id:r.join(`/`),keys:i}}function xt({page:e,id:t,keys:n}){let r=yt+encodeURIComponent(e)+(t===``?``:`/${encodeURIComponent(t)}`),i=Object.keys(n).sort().map(e=>`${encodeURIComponent(e)}=${encodeURIComponent(n[e]??``).replaceAll(`%2C`,`,`).replaceAll(`%3A`,`:`)}`).join(`&`);return i===``?r:`${r}?${i}`}function St(e){let t={};for(let[n,r]of Object.entries(e))r!=null&&r!==``&&(t[n]=r);return t}function Ct(e){try{return decodeURIComponent(e)}catch{return e}}function wt(e){if(e===void 0||!/^\d{4}-\d{2}-\d{2}$/.test(e))return!1;let t=new Date(`${e}T00:00:00Z`);return!Number.isNaN(t.getTime())&&t.toISOString().slice(0,10)===e}function Tt(e,t){let n=t.find(t=>t===e);return{value:n??t[0],fell:e!==void 0&&n===void 0}}var z=Ze(bt(location.pathname,location.search)),Et=R(()=>z.value.page),Dt=R(()=>z.value.id),B=R(()=>z.value.keys);addEventListener(`popstate`,()=>{z.value=bt(location.pathname,location.search)});function Ot(e){let t=new URL(e,location.href);history.pushState(null,``,t.pathname+t.search),z.value=bt(t.pathname,t.search),scrollTo(0,0)}var kt;function V(e,t=`push`){let n=z.value,r={...n,keys:St({...n.keys,...e})};z.value=r,clearTimeout(kt),t===`push`?history.pushState(null,``,xt(r)):kt=setTimeout(()=>history.replaceState(null,``,xt(z.value)),120)}var At=[`date`,`scn`,`conf`,`rel`,`theme`];function jt(e,t,n={}){let r={};for(let e of At)r[e]=B.value[e]??null;return xt({page:e,id:t??``,keys:St({...r,...n})})}var Mt=`lodestone-theme`;function Nt(){try{return localStorage.getItem(Mt)}catch{return null}}function Pt(){let e=B.value.theme??Nt();return e===`light`||e===`dark`?e:`system`}function Ft(e){try{localStorage.setItem(Mt,e)}catch{}}ot(()=>{let e=Pt();document.documentElement.style.colorScheme=e===`system`?`light dark`:e});var It=new Map,Lt=200;function Rt(e,t){let n=JSON.stringify({query:e.toString(),variables:t}),r=It.get(n);if(r!==void 0)return r;let i=zt(n);return It.set(n,i),It.size>Lt&&It.delete(It.keys().next().value??``),i.then(e=>{e.data===null&&It.delete(n)}),i}async function zt(e){try{let t=await(await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/json`},body:e})).json();return{data:t.data??null,faults:t.errors??[]}}catch{return{data:null,faults:[{message:`The server cannot be reached.`,extensions:{hint:`See whether it is still running.`}}]}}}function H(e,t){let[n,r]=N(null),i=t===null?``:JSON.stringify(t);return P(()=>{if(i===``)return;let t=!0;return Rt(e,JSON.parse(i)).then(e=>{t&&r({of:i,answer:e})}),()=>{t=!1}},[i,e]),i===``||n===null?{data:null,faults:[],waiting:i!==``}:{...n.answer,waiting:n.of!==i}}function Bt(e,t=2){return e===0?`0`:Number(e.toPrecision(t)).toLocaleString(`en-GB`,{maximumFractionDigits:12,useGrouping:!0})}function U(e){return e==null?`unknown`:e>0&&e<.005?`<0.01`:e<1&&e>=.995?`>0.99`:e===0||e===1?String(e):e.toFixed(2)}function Vt(e){return e.low===e.high?U(e.low):`${U(e.low)}–${U(e.high)}`}function Ht(e){let t=e.low===e.high?`${U(e.low)}`:`at least ${U(e.low)}, at most ${U(e.high)}`;return e.estimate===null?`${t}; no estimate`:`${t}; estimate ${U(e.estimate)}`}function W(e){if(e==null)return`not stated`;let t=e*100;return`${t===0?`0`:t<.1?`<0.1`:Bt(t,t>=99.5&&t<100?3:2)} %`}function Ut(e){return e===0?`0 kg`:e>=1e3?`${Bt(e/1e3)} t`:e>=1?`${Bt(e)} kg`:e>=.001?`${Bt(e*1e3)} g`:`${Bt(e*1e6)} mg`}function Wt(e,t=!0){let n=e.mid??e.low??e.high;if(n===null)return`amount unknown`;let r=e.low!==null&&e.high!==null&&e.low!==e.high?`${Ut(e.low)}–${Ut(e.high)}`:Ut(n);return t?r:`${r} + unknown`}function G(e,t,n=`${t}s`){return`${e.toLocaleString(`en-GB`)} ${e===1?t:n}`}var K=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new K(`
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
    `,{fragmentName:`SourceParts`}),new K(`
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
}`,{fragmentName:`RowParts`}),new K(`
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
}`,{fragmentName:`SupplyParts`}),new K(`
    fragment NodeParts on Node {
  __typename
  key
  name
}
    `,{fragmentName:`NodeParts`}),new K(`
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
}`,{fragmentName:`LicenceParts`}),new K(`
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
}`,{fragmentName:`ReceiptParts`}),new K(`
    fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}
    `,{fragmentName:`KilogramParts`}),new K(`
    fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
    `,{fragmentName:`ShareParts`}),new K(`
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
}`,{fragmentName:`ExposureParts`}),new K(`
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
}`),new K(`
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
}`),new K(`
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
}`),new K(`
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
}`),new K(`
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
    `),new K(`
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
}`),new K(`
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
}`),new K(`
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
}`);var Gt=new K(`
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
    `);new K(`
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
}`);var Kt=new K(`
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
}`),qt=new K(`
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
}`),Jt=new K(`
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
}`);new K(`
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
}`),new K(`
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
}`),new K(`
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
}`);var Yt=new K(`
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
}`),Xt=new K(`
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
}`),Zt=new K(`
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
}`),Qt=new K(`
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
}`),$t=new K(`
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
}`),en=new K(`
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
}`);new K(`
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
}`),new K(`
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
}`);var tn=new K(`
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
    `),nn=new K(`
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
}`);new K(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...NodeParts
  }
}
    fragment NodeParts on Node {
  __typename
  key
  name
}`);var rn=new K(`
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
}`),an=new K(`
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
    `),on=Symbol.for(`pv`),sn=0;Array.isArray;function q(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:on,__v:--sn,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}function cn({share:e,verdict:t,basis:n,width:r=170}){return q(`svg`,{viewBox:`0 0 ${r} 16`,width:r,height:`16`,role:`img`,"aria-label":Ht(e),children:q(ln,{share:e,verdict:t,basis:n,width:r,height:10,y:3})})}function ln({share:e,verdict:t,basis:n,width:r,height:i,y:a=0,x:o=0}){let s=e=>Math.round(e*r*10)/10,c=t===`NOT_EXPOSED`;return q(`g`,{children:[q(`rect`,{class:`empty`,x:o+.5,y:a+.5,width:r-1,height:i-1}),e.high>e.low&&q(`rect`,{class:`unknown`,x:o+s(e.low),y:a,width:s(e.high-e.low),height:i}),e.low>0&&q(`rect`,{class:n===`MARKET`?`market`:`exposed`,x:o,y:a,width:s(e.low),height:i}),c&&e.high===0&&q(`rect`,{class:`safe`,x:o,y:a,width:`4`,height:i}),e.estimate!==null&&q(un,{x:o+s(e.estimate),y:a+i/2})]})}function un({x:e,y:t}){return q(`path`,{class:`dot`,d:`M${e} ${t-6}l5 6l-5 6l-5 -6z`})}function dn(){return q(`ul`,{class:`legend`,"aria-label":`Legend`,children:[q(`li`,{children:[q(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:q(`rect`,{class:`exposed`,width:`18`,height:`10`})}),`at least, by sales on record`]}),q(`li`,{children:[q(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:q(`rect`,{class:`market`,width:`18`,height:`10`})}),`at least, by the world market`]}),q(`li`,{children:[q(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:q(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`unknown: can be, is not proven`]}),q(`li`,{children:[q(`svg`,{width:`12`,height:`14`,"aria-hidden":`true`,children:q(un,{x:6,y:7})}),`estimate under the stated assumptions`]}),q(`li`,{children:[q(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:q(`rect`,{class:`empty`,x:`0.5`,y:`0.5`,width:`17`,height:`9`})}),`ruled out`]})]})}function fn(e,t=1144){let[n,r]=N(Math.min(t,Math.max(300,document.documentElement.clientWidth-56)));return P(()=>{let t=e.current;if(t===null)return;let n=new ResizeObserver(([e])=>{let t=Math.floor(e?.contentRect.width??0);t>0&&r(t)});return n.observe(t),()=>n.disconnect()},[e]),n}function pn({label:e,layout:t,least:n=300}){let r=Oe(null),i=Math.max(n,fn(r)),{height:a,marks:o,behind:s,front:c}=t(i),[l,u]=N(-1),[d,f]=N(-1),p=Ae(),m=o[l],h=m??o[d];return q(`div`,{ref:r,class:`drawing`,onMouseLeave:()=>f(-1),children:[q(`svg`,{role:`listbox`,class:`chart`,viewBox:`0 0 ${i} ${a}`,width:i,height:a,"aria-label":`${e}. Arrows walk the marks, Enter opens`,"aria-activedescendant":m===void 0?void 0:`${p}-${l}`,tabIndex:0,onKeyDown:e=>{let t=e.key===`ArrowDown`||e.key===`ArrowRight`?1:e.key===`ArrowUp`||e.key===`ArrowLeft`?-1:0;t!==0&&o.length>0?(e.preventDefault(),u(e=>Math.max(0,Math.min(o.length-1,e+t)))):e.key===`Home`||e.key===`End`?(e.preventDefault(),u(e.key===`Home`?0:o.length-1)):(e.key===`Enter`||e.key===` `)&&(e.preventDefault(),m?.open?.())},onBlur:()=>u(-1),children:[s,o.map((e,t)=>q(x,{children:q(`g`,{id:`${p}-${t}`,role:`option`,"aria-label":e.label,"aria-selected":t===l,onClick:e.open,onMouseEnter:()=>f(t),class:e.open===void 0?void 0:`opens`,children:[e.open!==void 0&&q(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`clear`}),t===l&&q(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`here`,rx:`2`}),e.draw]})},e.key)),c]}),h!==void 0&&q(mn,{mark:h,width:i})]})}function mn({mark:e,width:t}){return q(`div`,{class:`tip`,style:{left:`${Math.max(0,Math.min(e.x,t-340))}px`,top:`${e.y+e.height+4}px`},"aria-hidden":`true`,children:e.tip??e.label})}function hn(e,t,n=6.3){let r=Math.max(3,Math.floor(t/n));return e.length<=r?e:`${e.slice(0,r-1).trimEnd()}…`}var gn=Ze(null);function _n(e,t,n){return{title:e,value:t,rows:n,rowCount:n.length}}function vn(e,t,n,r){return{title:e,value:t,...n,more:r}}var yn=[`remove`,`limit`,`add`,`delay`,`control`,`licence`];function bn(e){if(e===void 0||e===``)return[];if(!e.startsWith(`1.`))return null;try{let t=atob(e.slice(2).replaceAll(`-`,`+`).replaceAll(`_`,`/`)),n=JSON.parse(new TextDecoder(`utf-8`,{fatal:!0}).decode(Uint8Array.from(t,e=>e.charCodeAt(0))));return xn(n)?n:null}catch{return null}}function xn(e){return Array.isArray(e)&&e.length<=100&&e.every(e=>{if(typeof e!=`object`||!e)return!1;let t=Object.keys(e);return t.length===1&&yn.includes(t[0]??``)})}var Sn=[`LOW`,`MEDIUM`,`HIGH`],Cn=R(()=>bn(B.value.scn)),wn=R(()=>wt(B.value.date)?B.value.date:void 0),Tn=R(()=>Tt(B.value.conf,Sn).value),J=R(()=>{let e={};return wn.value!==void 0&&(e.asOf=wn.value),Cn.value!==null&&Cn.value.length>0&&(e.scenario=Cn.value),Tn.value!==`LOW`&&(e.facts={minConfidence:Tn.value}),e}),En=R(()=>{let e=[];return B.value.date!==void 0&&wn.value===void 0&&e.push(`“${B.value.date}” is no day of the calendar, so the page shows today.`),Cn.value===null&&e.push(`The what-if in this link cannot be read, so the page shows the world as it is on record.`),Tt(B.value.conf,Sn).fell&&e.push(`“${B.value.conf}” is no level of confidence, so all rows count.`),e}),Dn={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`not exposed`,NO_LICENCE:`no licence`,EXEMPT_REPORT:`no licence, but a report`,INDIVIDUAL_NO_TIME_LIMIT:`individual licence, no time limit`,INDIVIDUAL:`individual licence`,GENERAL_ELIGIBLE:`individual licence, general possible`,GENERAL_LICENCE:`general licence`,CASE_BY_CASE:`case by case`,REFUSED_IN_PRINCIPLE:`refused in principle`,PROHIBITED:`barred`,ACTIVE:`in force`,REVIVED:`in force by the letter, not verified`,NOT_YET:`not yet in force`,RAMP_UP:`ramping up`,CONSTRUCTION:`being built`,OEM:`maker of finished goods`,ICE_VEHICLE:`combustion vehicle`,EV:`electric vehicle`,SENSITIVE_CHIP_AI:`sensitive chips and AI`,KG_PER_KG:`kg per kg`,KG_PER_UNIT:`kg per piece`,UNIT_PER_UNIT:`pieces per piece`,KG_PER_MW:`kg per MW`,UNIT_PER_MW:`pieces per MW`,NON_RARE_EARTH:`not a rare earth`};function Y(e){return e==null?`not stated`:Dn[e]??e.toLowerCase().replaceAll(`_`,` `)}function On(e){return e.charAt(0).toUpperCase()+e.slice(1)}var kn=[`EXPOSED`,`LINKED`,`IMPLIED`,`UNKNOWN`,`NOT_EXPOSED`],An={EXPOSED:`stated shares reach the target`,LINKED:`a chain on record reaches it; its share is not stated`,IMPLIED:`no chain on record; recipe and world market give an estimate`,UNKNOWN:`nobody can say`,NOT_EXPOSED:`proven to stay clear`},jn=[`MINE`,`CONCENTRATION`,`SEPARATION`,`METAL`,`ALLOY`,`MAGNET`,`MOTOR`,`COMPONENT`,`ASSEMBLY`,`RECYCLING`],Mn=[`LOW`,`MEDIUM`,`HIGH`],Nn={MINE:`mines`,CONCENTRATION:`concentrators`,SEPARATION:`refiners`,METAL:`metal makers`,ALLOY:`alloy makers`,MAGNET:`magnet makers`,MOTOR:`motor makers`,COMPONENT:`component makers`,ASSEMBLY:`assemblers`,RECYCLING:`recyclers`},Pn={Element:`element`,Material:`material`,Component:`component`,Product:`product`};function Fn(e){return Pn[e]??`record`}function In(e){let t=e.replace(/([a-z])([A-Z])/g,`$1 $2`).toLowerCase();return e===`Facility`?`plant`:e===`ItemGroup`?`group`:t}var Ln=[`ELEMENT`,`MATERIAL`,`COMPONENT`,`PRODUCT`,`ITEM_GROUP`,`FIRM`,`FACILITY`,`COUNTRY`,`REGION`,`CONTROL`,`LICENCE_TYPE`,`EVENT`,`PROCUREMENT_RULE`];function Rn(e){return{PAST_HORIZON:`the day lies after the newest source`,RULES_NOT_CHECKED:`the day lies after the newest dated fact on controls`,SUSPENSION_EXPIRED_UNVERIFIED:`rests on a control whose suspension has run out; what followed is not known`,EQUAL_SPLIT:`unstated shares split in equal parts`,IMPRECISE_DATE:`a date is known to the month or year only`,TAKEN_AS_CIVILIAN:`end use decided as civilian`,END_COMPUTED:`the end is computed from how long its kind is valid`}[e]??Y(e)}function zn(e){return e==null?`unknown`:Y(e)}function X({of:e}){return q(Vn,{to:jt(Fn(e.__typename),e.key),children:e.name})}function Bn({of:e,none:t=`none on record`}){return e.length===0?q(`span`,{class:`unknown`,children:t}):q(`ul`,{class:`inline`,children:e.map(e=>q(`li`,{children:q(X,{of:e})},e.key))})}function Vn({to:e,children:t,current:n,className:r}){return q(`a`,{href:e,class:r,"aria-current":n===!0?`page`:void 0,onClick:t=>{t.button!==0||t.metaKey||t.ctrlKey||t.shiftKey||t.altKey||(t.preventDefault(),Ot(e))},children:t})}function Hn(e,t,n,r,i){let a=`Dependence of ${e} on ${Un(n)}`;return{title:a,value:``,load:async()=>{let{data:e}=await Rt(qt,{...J.value,id:t,to:n,element:r??null,endUse:i??null}),o=e?.view.exposure?.nodes[0];return o===void 0?null:vn(a,`${Y(o.verdict)}: ${Ht(o.share)}`,o.receipt,q(Wn,{of:o}))}}}function Un(e){return[...e.countries??[],...(e.stages??[]).map(e=>`at ${Y(e)}`),...e.firms??[],...e.facilities??[],...e.items??[],...e.controls??[]].join(` `)}function Wn({of:e}){return q(x,{children:[q(`p`,{children:[`Known `,W(e.coverage.known),`, assumed `,W(e.coverage.assumed),`, unknown `,W(e.coverage.unknown),`; basis:`,` `,Y(e.basis),`.`]}),e.paths.nodes.map((e,t)=>q(`div`,{children:[q(`h3`,{children:t===0?`Best chain on record`:`Next chain`}),e.hops.map((e,t)=>q(`div`,{class:`hop`,children:[q(`span`,{class:`quiet`,children:Y(e.kind)}),` `,q(X,{of:e.from}),` → `,q(X,{of:e.to}),e.share!==null&&`, ${U(e.share)}${e.stated?``:` (not stated)`}`,e.rows.length>0&&q(`div`,{class:`quiet`,children:[e.rows.map(e=>`${e.file}:${e.line}`).join(`, `),e.confidence!==null&&`, confidence ${Y(e.confidence)}`]})]},t))]},t)),e.paths.truncated&&q(`p`,{class:`quiet`,children:`More chains exist than are listed.`}),e.steps.length>0&&q(x,{children:[q(`h3`,{children:`World market at each step`}),q(`ul`,{class:`plain`,children:e.steps.map(e=>q(`li`,{children:[q(X,{of:e.item}),`: `,W(e.share),e.lowest!==e.most&&` (${W(e.lowest)} to ${W(e.most)} by source)`,`, `,Y(e.stage),`,`,` `,e.year,`, `,e.source.publisher,`, confidence `,Y(e.confidence)]},`${e.item.key} ${e.stage}`))})]})]})}function Gn(e,t,n,r){return e.every(e=>{let i=n[e.key];return i===void 0||e.key===r||e.of(t).includes(i)})}function Kn(e,t,n,r){let i=new Map;for(let a of n)for(let n of t.of(a))i.set(n,(i.get(n)??0)+ +!!Gn(e,a,r,t.key));let a=t.order;return[...i].sort((e,t)=>a===void 0?t[1]-e[1]||(e[0]<t[0]?-1:1):a.indexOf(e[0])-a.indexOf(t[0]))}var qn=8;function Jn({facets:e,rows:t}){return q(`div`,{class:`facets`,children:e.map(n=>{let r=B.value[n.key],i=Kn(e,n,t,B.value),a=i.filter(([e],t)=>t<qn||e===r),o=Math.max(1,...i.map(([,e])=>e)),s=i.length-a.length;return q(`div`,{class:`facet`,children:[q(`h2`,{children:n.head}),q(`ul`,{children:a.map(([e,t])=>q(`li`,{children:q(`button`,{type:`button`,"aria-pressed":r===e,title:n.title?.(e),onClick:()=>V({[n.key]:r===e?null:e}),children:[q(`span`,{children:n.name(e)}),q(`span`,{children:t}),q(`svg`,{viewBox:`0 0 100 3`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:q(`rect`,{class:`amount`,width:t/o*100,height:`3`})})]})},e))}),s>0&&q(`p`,{class:`badge`,children:[`and `,s,` more in the table`]})]},n.key)})})}function Yn(e,t){return`\uFEFF${[e,...t].map(e=>e.map(Xn).join(`,`)).join(`\r
`)}\r\n`}function Xn(e){if(e==null)return``;if(typeof e==`number`)return String(e);let t=/^[=+\-@\t\r]/.test(e)&&!/^[+-]?\d+(\.\d+)?$/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll(`"`,`""`)}"`:t}function Zn(e,t,n){let r=typeof t==`string`?new Blob([t],{type:n}):t,i=document.createElement(`a`);i.href=URL.createObjectURL(r),i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(i.href),1e3)}function Qn(e,t){return`lodestone-${e.toLowerCase().normalize(`NFKD`).replace(/\p{M}/gu,``).replace(/[^a-z0-9]+/g,`-`).replace(/^-|-$/g,``).slice(0,60)||`table`}.${t}`}var $n=`/explorer/assets/source-sans-3-latin-wght-normal-Bo_j9asI.woff2`,er=`/explorer/assets/source-serif-4-latin-wght-normal-DMe4EKeb.woff2`,tr=[`fill`,`fill-opacity`,`stroke`,`stroke-width`,`stroke-dasharray`,`stroke-opacity`,`opacity`,`font-family`,`font-size`,`font-weight`,`text-anchor`,`dominant-baseline`,`paint-order`];async function nr(e,t){let n=e.viewBox.baseVal,r=n.width||e.clientWidth,i=n.height||e.clientHeight,a=i+44+24+t.lines.length*16,o=e.cloneNode(!0);ir(e,o);let s=cr(`--paper`),c=cr(`--ink`),l=cr(`--ink-2`),u=t.lines.map((e,t)=>`<text x="0" y="${44+i+26+t*16}" font-size="12" fill="${l}" font-family="Source Sans 3, sans-serif">${lr(e)}</text>`),d=new XMLSerializer().serializeToString(o).replace(/^<svg[^>]*>/,``).replace(/<\/svg>$/,``);return{text:[`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -12 ${r+48} ${a+24}" width="${r+48}" height="${a+24}">`,`<title>${lr(t.title)}</title>`,`<defs><style>${await or()}</style>${ar()}</defs>`,`<rect x="-24" y="-12" width="${r+48}" height="${a+24}" fill="${s}"/>`,`<text x="0" y="22" font-size="20" font-weight="600" fill="${c}" font-family="Source Serif 4, serif">${lr(t.title)}</text>`,`<g transform="translate(0 44)">${d}</g>`,...u,`</svg>`].join(``),width:r+48,height:a+24}}async function rr(e,t){let{text:n,width:r,height:i}=await nr(e,t),a=URL.createObjectURL(new Blob([n],{type:`image/svg+xml`}));try{let e=new Image;e.src=a,await e.decode();let t=document.createElement(`canvas`);t.width=Math.round(r*2),t.height=Math.round(i*2);let n=t.getContext(`2d`);if(n===null)throw Error(`this browser draws no pictures`);return n.drawImage(e,0,0,t.width,t.height),await new Promise((e,n)=>t.toBlob(t=>t===null?n(Error(`no picture`)):e(t),`image/png`))}finally{URL.revokeObjectURL(a)}}function ir(e,t){let n=getComputedStyle(e);for(let e of tr){let r=n.getPropertyValue(e);r!==``&&r!==`none`&&r!==`normal`?t.setAttribute(e,r.replace(/url\("?[^#]*(#[^")]+)"?\)/,`url($1)`)):(e===`fill`||e===`stroke`)&&t.setAttribute(e,`none`)}t.removeAttribute(`class`),t.removeAttribute(`tabindex`);for(let n=0;n<e.children.length;n++){let[r,i]=[e.children[n],t.children[n]];r!==void 0&&i!==void 0&&ir(r,i)}}function ar(){let e=document.querySelector(`#patterns defs`);if(e===null)return``;let t=e.cloneNode(!0);return ir(e,t),new XMLSerializer().serializeToString(t).replace(/^<defs[^>]*>/,``).replace(/<\/defs>$/,``)}async function or(){let[e,t]=await Promise.all([sr($n),sr(er)]);return`@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${e})}@font-face{font-family:"Source Serif 4";font-weight:200 900;src:url(${t})}`}async function sr(e){let t=new Uint8Array(await(await fetch(e)).arrayBuffer()),n=``;for(let e of t)n+=String.fromCharCode(e);return`data:font/woff2;base64,${btoa(n)}`}function cr(e){let t=document.createElement(`span`);t.style.color=`var(${e})`,document.body.append(t);let n=getComputedStyle(t).color;return t.remove(),n}function lr(e){return e.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`)}var ur=Ze(void 0),dr=Ze(void 0),fr=Ze(``);function pr(){let e=z.value,t={...e.keys};return dr.value!==void 0&&(t.date=dr.value),ur.value!==void 0&&(t.rel=ur.value),location.origin+xt({...e,keys:t})}async function mr(){try{return await navigator.clipboard.writeText(pr()),!0}catch{return!1}}function hr(e,t,n){return[...e].sort((e,r)=>{let[i,a]=[t(e)??null,t(r)??null];if(i===null||a===null)return i===a?0:i===null?1:-1;let o=typeof i==`number`&&typeof a==`number`?i-a:String(i).localeCompare(String(a),`en`);return n?-o:o})}function gr({name:e,columns:t,rows:n,most:r=50,none:i=`Nothing on record.`}){let[a,o]=N(null),[s,c]=N(!1),l=t.filter(e=>e.fileOnly!==!0),u=a===null?n:hr(n,l[a.at]?.value??(()=>null),a.down),d=s?u:u.slice(0,r);return n.length===0?q(`p`,{class:`quiet`,children:i}):q(x,{children:[q(`section`,{class:`scroll`,tabIndex:0,"aria-label":`Table: ${e}`,children:q(`table`,{children:[q(`caption`,{class:`away`,children:e}),q(`thead`,{children:q(`tr`,{children:l.map((e,t)=>q(`th`,{scope:`col`,class:e.numeric===!0?`n`:void 0,"aria-sort":a?.at===t?a.down?`descending`:`ascending`:`none`,children:q(`button`,{type:`button`,onClick:()=>o(a?.at===t?{at:t,down:!a.down}:{at:t,down:e.numeric===!0}),children:[e.head,q(`span`,{"aria-hidden":`true`,children:a?.at===t?a.down?` ↓`:` ↑`:``})]})},e.head))})}),q(`tbody`,{children:d.map((e,t)=>q(`tr`,{children:l.map(t=>q(`td`,{class:t.bar===!0?`bar`:t.numeric===!0?`n`:void 0,children:t.cell===void 0?t.value(e):t.cell(e)},t.head))},t))})]})}),u.length>d.length&&q(`p`,{class:`noprint`,children:q(`button`,{type:`button`,onClick:()=>c(!0),children:[`Show `,u.length-d.length,` more of `,u.length]})})]})}var _r=Ze(``);function Z({title:e,heading:t=!0,note:n,legend:r,children:i,caption:a,columns:o,rows:s,sources:c,most:l,none:u}){let d=Oe(null),f=i!==void 0,p=!f||B.value.table===`1`,m=()=>d.current?.querySelector(`svg.chart`)??null,h=()=>({title:e,lines:[`As of ${dr.value??`today`} · Lodestone release ${ur.value??`unknown`}`]}),g=async()=>{let t=m();t!==null&&(Zn(Qn(e,`svg`),(await nr(t,h())).text,`image/svg+xml`),_r.value=`SVG saved`)},_=async()=>{let t=m();t!==null&&(Zn(Qn(e,`png`),await rr(t,h()),`image/png`),_r.value=`PNG saved`)},v=()=>{let t=[...o.map(e=>e.head),`sources`,`as of`,`release`],n=s.map(e=>[...o.map(t=>t.value(e)),c?.(e).join(` `)??null,dr.value??null,ur.value??null]);Zn(Qn(e,`csv`),Yn(t,n),`text/csv`),_r.value=`CSV saved`};return q(`section`,{class:`part`,children:[t&&q(`h2`,{children:e}),n!==void 0&&q(`p`,{class:`quiet`,children:n}),q(`figure`,{children:[f&&r,f&&q(`div`,{ref:d,class:`scroll`,children:i}),p&&q(`div`,{class:f?`behind`:void 0,children:q(gr,{name:e,columns:o,rows:s,...l===void 0?{}:{most:l},...u===void 0?{}:{none:u}})}),s.length>0&&q(`div`,{class:`caption`,children:[q(`p`,{children:a}),q(`div`,{class:`buttons`,children:[f&&q(x,{children:[q(`button`,{type:`button`,"aria-pressed":p,onClick:()=>V({table:p?null:`1`}),children:`Table`}),q(`button`,{type:`button`,onClick:g,children:`SVG`}),q(`button`,{type:`button`,onClick:_,children:`PNG`})]}),q(`button`,{type:`button`,onClick:v,"aria-label":`CSV: ${e}`,children:`CSV`}),t||q(`button`,{type:`button`,onClick:async()=>{_r.value=await mr()?`Link copied`:`The link could not be copied`,fr.value=_r.value},children:`Copy link`})]})]})]})]})}function Q({receipt:e,children:t}){return q(`button`,{type:`button`,class:`num`,title:`Open the receipt: rows, sources and confidence`,onClick:()=>{gn.value=e()},children:t})}function $({what:e=`unknown`}){return q(`span`,{class:`unknown`,children:e})}function vr({title:e,children:t}){let n=Oe(null),{page:r,id:i}=z.value;return P(()=>{document.title=`${e} · Lodestone`},[e]),P(()=>{(r!==yr.page||i!==yr.id)&&(n.current?.focus({preventScroll:!0}),yr={page:`\0`,id:``})},[r,i]),q(x,{children:[q(`h1`,{ref:n,tabIndex:-1,children:e}),t!==void 0&&q(`p`,{class:`subtitle`,children:t})]})}var yr={page:z.value.page,id:z.value.id};function br({of:e}){return e.length===0?null:q(`div`,{class:`notice fault`,role:`alert`,children:e.slice(0,3).map(e=>q(`p`,{children:[e.message,e.extensions?.hint===void 0?``:` ${e.extensions.hint}`]},e.message))})}function xr({of:e}){return e.length===0?null:q(`p`,{class:`notice`,children:[q(`b`,{children:`Caution:`}),` `,e.map(Rn).join(`; `),`.`]})}function Sr(){return q(`p`,{class:`wait`,role:`status`,children:`Asking…`})}var Cr={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`safe`};function wr({verdict:e,certainty:t}){return q(`span`,{class:`pill ${Cr[e]}`,children:[Y(e),t===`POSSIBLE`?`, possible`:t===`CERTAIN`?`, certain`:``]})}var Tr={ACTIVE:`exposed`,SUSPENDED:`suspended`,REVIVED:`unknown`,NOT_YET:``,ENDED:``};function Er({state:e}){return e==null?q(`span`,{class:`pill unknown`,children:`unknown`}):q(`span`,{class:`pill ${Tr[e]}`,children:Y(e)})}var Dr={OPEN:`safe`,DELAYED:`suspended`,CLOSED:`exposed`,UNVERIFIED:`unknown`};function Or({passage:e}){return q(`span`,{class:`pill ${e==null?`unknown`:Dr[e]}`,children:zn(e)})}var kr=[`firms`,`products`],Ar=[`SEPARATION`,`any`,...jn.filter(e=>e!==`SEPARATION`)];function jr(){let e=Tt(B.value.of,kr).value,t=Tt(B.value.stage,Ar).value,n=B.value.to??`CN`,r=B.value.el??null,i=t===`any`?{countries:[n]}:{countries:[n],stages:[t]},a=e===`firms`?{firms:{}}:{items:{kinds:[`PRODUCT`]}},{data:o,faults:s,waiting:c}=H(Kt,{...J.value,of:a,to:i,element:r,endUse:null}),l=H(an,{}).data?.view,u=o?.view.exposure?.nodes??[],d=e===`firms`?Fr:Ir,f=ke(()=>u.filter(e=>Gn(d,e,B.value)),[u,d,B.value]),p=l?.countries?.nodes.find(e=>e.key===n)?.name??n,m=`${t===`any`?`makers`:Nn[t]} in ${p}`,h=Mr(e,u,m);return q(x,{children:[q(vr,{title:h,children:[u.length===0?``:`${Nr(u)} Three ways of knowing, never added. `,o?.view.exposure!=null&&o.view.exposure.totalCount>u.length&&`Only the first ${u.length} of ${o.view.exposure.totalCount} are drawn.`]}),q(`div`,{class:`controls`,children:[q(`label`,{children:[`Who`,q(`select`,{value:e,onChange:e=>V({of:e.currentTarget.value===`firms`?null:e.currentTarget.value,verdict:null,country:null,role:null,sector:null,use:null}),children:[q(`option`,{value:`firms`,children:`firms`}),q(`option`,{value:`products`,children:`products`})]})]}),q(`label`,{children:[`depends on`,q(`select`,{value:n,onChange:e=>V({to:e.currentTarget.value===`CN`?null:e.currentTarget.value}),children:(l?.countries?.nodes??[{key:n,name:p}]).map(e=>q(`option`,{value:e.key,children:e.name},e.key))})]}),q(`label`,{children:[`at the stage`,q(`select`,{value:t,onChange:e=>V({stage:e.currentTarget.value===`SEPARATION`?null:e.currentTarget.value}),children:[`any`,...jn].map(e=>q(`option`,{value:e,children:e===`any`?`any stage`:Y(e)},e))})]}),q(`label`,{children:[`for`,q(`select`,{value:r??``,onChange:e=>V({el:e.currentTarget.value||null}),children:[q(`option`,{value:``,children:`any element`}),(l?.elements?.nodes??[]).map(e=>q(`option`,{value:e.key,children:e.name},e.key))]})]})]}),q(br,{of:s}),q(xr,{of:(o?.view.exposure?.flags??[]).filter(e=>!(o?.view.flags??[]).includes(e))}),c&&o===null?q(Sr,{}):q(x,{children:[q(Jn,{facets:d,rows:u}),q(Rr,{rows:f,all:u.length,title:h,to:i,element:r??void 0,target:m})]})]})}function Mr(e,t,n){if(t.length===0)return`Who depends on ${n}`;let r=t.filter(e=>e.verdict===`EXPOSED`||e.verdict===`LINKED`).length,i=t.filter(e=>e.verdict===`IMPLIED`).length;return`${r} of ${t.length} ${e} are tied to ${n} on record; ${i} more by recipe and market`}function Nr(e){let t=t=>e.filter(e=>e.verdict===t).length;return`${t(`UNKNOWN`)} are unknown: nobody can say. ${t(`NOT_EXPOSED`)} are proven to stay clear.`}var Pr={key:`verdict`,head:`How it is known`,of:e=>[e.verdict],name:Y,order:kn,title:e=>An[e]??``},Fr=[Pr,{key:`country`,head:`Country of the firm`,of:e=>e.subject.__typename===`Firm`?[e.subject.country.name]:[],name:e=>e},{key:`role`,head:`What the firm does`,of:e=>e.subject.__typename===`Firm`?e.subject.roles:[],name:Y}],Ir=[Pr,{key:`sector`,head:`Industry`,of:e=>e.subject.__typename===`Product`?[e.subject.sector]:[],name:Y},{key:`use`,head:`End use`,of:e=>e.subject.__typename===`Product`?[e.subject.endUse]:[],name:Y}],Lr=30;function Rr({rows:e,all:t,title:n,to:r,element:i,target:a}){let o=e=>Hn(e.subject.name,e.subject.key,r,i),s=[{head:`who`,value:e=>e.subject.name,cell:e=>q(X,{of:e.subject})},{head:`id`,value:e=>e.subject.key,fileOnly:!0},{head:`country`,value:e=>e.subject.__typename===`Firm`?e.subject.country.key:null,cell:e=>e.subject.__typename===`Firm`?e.subject.country.name:``},{head:`verdict`,value:e=>e.verdict,cell:e=>q(wr,{verdict:e.verdict,certainty:e.certainty})},{head:`share`,bar:!0,value:e=>e.share.estimate,cell:e=>q(cn,{share:e.share,verdict:e.verdict,basis:e.basis})},{head:`estimate`,numeric:!0,value:e=>e.share.estimate,cell:e=>q(Q,{receipt:()=>o(e),children:e.share.estimate===null?q($,{}):U(e.share.estimate)})},{head:`proven at least`,numeric:!0,value:e=>e.share.low,cell:e=>U(e.share.low)},{head:`at most`,numeric:!0,value:e=>e.share.high,cell:e=>U(e.share.high)},{head:`sales away`,numeric:!0,value:e=>e.nearestTier??e.possibleTier,cell:e=>e.nearestTier??e.possibleTier??q($,{what:`no chain`})},{head:`strongest need`,value:e=>e.item?.name??null,cell:e=>e.item===null?q($,{what:`none`}):q(X,{of:e.item})},{head:`known`,value:e=>e.coverage.known,fileOnly:!0},{head:`assumed`,value:e=>e.coverage.assumed,fileOnly:!0},{head:`unknown`,value:e=>e.coverage.unknown,fileOnly:!0},{head:`flags`,value:e=>e.flags.join(` `),fileOnly:!0}],c=e.slice(0,Lr);return q(Z,{title:n,heading:!1,columns:s,rows:e,legend:q(dn,{}),none:`No one passes these filters.`,caption:q(x,{children:[e.length<t?`${G(e.length,`row`)} of ${t} pass the filters. `:``,e.length>Lr?`Drawn: the first ${Lr} of ${e.length}, strongest verdict first; all are in the table. `:``,`Share of the need that passes `,a,` at any tier. Enter or a click opens the receipt. Recorded chains and market estimates are never added.`]}),children:q(pn,{label:n,layout:e=>zr(c,e,e=>()=>gn.value=o(e))})})}function zr(e,t,n){let r=t<640,i=r?40:24,a=r?0:330,o=r?74:250,s=t-a-o;return{height:22+e.length*i+4,behind:q(`g`,{children:[0,.25,.5,.75,1].map(t=>q(`g`,{children:[q(`line`,{class:`line`,x1:a+t*s,x2:a+t*s,y1:18,y2:22+e.length*i}),q(`text`,{class:`tick`,x:a+t*s,y:12,"text-anchor":t===0?`start`:`middle`,children:t})]},t))}),marks:e.map((e,o)=>{let c=22+o*i,l=hn(e.subject.name,r?t-150:a-16),u=e.share.estimate===null?`no estimate`:U(e.share.estimate),d=e.certainty===null?``:` (${Y(e.certainty)})`,f=r?Y(e.verdict):`${On(Y(e.verdict))}${d} · ${u} in ${Vt(e.share)}`;return{key:e.subject.key,label:r?`${l}${f}${u}, ${e.subject.name}, ${Ht(e.share)}`:`${l}${f}, ${e.subject.name}, ${Ht(e.share)}`,tip:`${e.subject.name}: ${Y(e.verdict)}${d}; ${Ht(e.share)}. ${An[e.verdict]}.`,open:n(e),x:0,y:c,width:t,height:i,draw:q(`g`,{children:[q(`text`,{class:`label`,x:0,y:c+16,children:l}),q(ln,{share:e.share,verdict:e.verdict,basis:e.basis,x:a,y:r?c+22:c+6,width:s,height:12}),r?q(x,{children:[q(`text`,{class:`tick`,x:t,y:c+16,"text-anchor":`end`,children:Y(e.verdict)}),q(`text`,{class:`tick`,x:t,y:c+33,"text-anchor":`end`,children:u})]}):q(`text`,{class:`tick`,x:a+s+14,y:c+16,children:f})]})}})}}function Br({large:e=!1,choose:t,only:n=Ln,label:r=`Search firms, items, plants, controls`}){let[i,a]=N(``),[o,s]=N(null),[c,l]=N(0),[u,d]=N(!1),f=Ae(),p=Oe(null),m=i.trim(),h=n.join();P(()=>{if(m===``){s(null);return}let e=!0,t=setTimeout(()=>{Rt(nn,{text:m,in:h.split(`,`)}).then(({data:t})=>{e&&(s({of:m,hits:t?.search??[]}),l(0))})},60);return()=>{e=!1,clearTimeout(t)}},[m,h]);let g=e=>{a(``),d(!1),t===void 0?Ot(jt(Fn(e.node.__typename),e.node.key)):t(e.node)};P(()=>{o!==null&&p.current===o.of&&o.hits[0]!==void 0&&(p.current=null,g(o.hits[0]))},[o]);let _=u&&m!==``&&o!==null,v=o?.hits??[];return q(`div`,{class:e?`search large`:`search`,children:[q(`input`,{role:`combobox`,type:`search`,class:t===void 0?`front`:void 0,value:i,placeholder:t===void 0?`Search firms, items, plants  ( / )`:r,"aria-label":r,"aria-autocomplete":`list`,"aria-expanded":_,"aria-controls":`${f}-hits`,"aria-activedescendant":_&&v[c]!==void 0?`${f}-${c}`:void 0,autocomplete:`off`,spellcheck:!1,onInput:e=>{a(e.currentTarget.value),d(!0)},onFocus:()=>d(!0),onBlur:()=>d(!1),onKeyDown:e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`)e.preventDefault(),d(!0),l(t=>v.length===0?0:(t+(e.key===`ArrowDown`?1:v.length-1))%v.length);else if(e.key===`Enter`){e.preventDefault();let t=o?.of===m?v[c]:void 0;t===void 0?p.current=m:g(t)}else e.key===`Escape`&&(d(!1),p.current=null)}}),q(`ul`,{class:`hits`,role:`listbox`,id:`${f}-hits`,"aria-label":`Hits`,hidden:!_,children:[v.map((e,t)=>q(`li`,{id:`${f}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:t=>{t.preventDefault(),g(e)},onMouseEnter:()=>l(t),children:[q(`span`,{children:e.node.name}),q(`span`,{class:`badge`,children:In(e.node.__typename)}),q(`span`,{class:`why`,children:Vr(e)})]},`${e.node.__typename} ${e.node.key}`)),o!==null&&v.length===0&&q(`li`,{class:`none`,role:`option`,"aria-selected":`false`,"aria-disabled":`true`,children:`Nothing of that name on record`})]})]})}function Vr({node:e,matched:t,score:n}){let r=[];return e.__typename===`Firm`&&r.push(e.country.key),e.__typename===`Facility`&&r.push(`${e.stage.toLowerCase()}, ${e.country.key}`),t!==e.name&&r.push(t===e.key?`id ${t}`:`also: ${t}`),r.push(n===1?`whole name`:`match ${n.toFixed(2)}`),r.join(` · `)}function Hr(){let{asOf:e,facts:t}=J.value,{data:n}=H(Gt,{asOf:e,facts:t}),r=n?.release.tables.reduce((e,t)=>e+t.rows,0);return q(x,{children:[q(vr,{title:`Who depends on whom for rare earths, and how do we know?`,children:r===void 0?`Elements, magnets, firms, plants, controls and licences, each fact with its source.`:`${r.toLocaleString(`en-GB`)} rows from ${n?.view.sources?.totalCount} sources: elements, magnets, firms, plants, controls and licences. Each number opens down to file and line.`}),q(`section`,{class:`part`,"aria-label":`Search`,children:[q(Br,{large:!0}),q(`p`,{class:`quiet`,children:`Typing errors and other languages are fine: samarum, 钐, neodynium, Baotou.`})]}),q(`section`,{class:`part`,children:[q(`h2`,{children:`Questions to begin with`}),q(`ul`,{class:`plain questions`,children:[q(`li`,{children:q(Vn,{to:jt(`exposure`),children:`Which firms depend on Chinese refiners, and on whose word?`})}),q(`li`,{children:q(Vn,{to:jt(`exposure`,void 0,{of:`products`,use:`DEFENCE`,stage:`MAGNET`}),children:`Which weapons rest on Chinese magnets?`})})]})]})]})}function Ur(e,t){return e.mid===null&&e.low===null&&e.high===null?`MASS_UNKNOWN`:t?`KNOWN`:`KNOWN_IN_PART`}function Wr(e){return[...new Set(e.flatMap(e=>e.source===null?[]:[e.source.key]))]}function Gr({low:e,high:t}){return e===null||t===null?q($,{}):e===t?e.toFixed(2):`${e.toFixed(2)}–${t.toFixed(2)}`}function Kr({id:e,name:t}){let{data:n}=H(Zt,{...J.value,id:e}),r=(n?.view.concentration??[]).filter(e=>e.parties.length>0);if(r.length===0)return null;let i=r.reduce((e,t)=>(t.parties[0]?.share??0)>(e?.parties[0]?.share??0)?t:e,null),a=i?.parties[0];return q(Z,{title:i===null||a===void 0?`Who makes it world-wide`:`${a.node.name} makes ${W(a.share)} of the world's ${i.item.name} (${Y(i.stage)})`,rows:r,most:12,columns:[{head:`item`,value:e=>e.item.name,cell:e=>q(X,{of:e.item})},{head:`step`,value:e=>e.stage,cell:e=>Y(e.stage)},{head:`year`,numeric:!0,value:e=>e.figureYear},{head:`largest shares`,value:e=>e.parties.map(e=>`${e.node.key} ${e.share}`).join(`; `),cell:e=>q(`ul`,{class:`inline`,children:[e.parties.slice(0,4).map(t=>q(`li`,{children:[q(X,{of:t.node}),` `,q(Q,{receipt:()=>_n(`${t.node.name}: ${e.item.name}, ${Y(e.stage)}`,W(t.share),t.rows),children:W(t.share)})]},t.node.key)),e.rest>0&&q(`li`,{children:q($,{what:`nobody named ${W(e.rest)}`})})]})},{head:`HHI`,numeric:!0,value:e=>e.hhi.low,cell:e=>Gr(e.hhi)},{head:`published by`,value:e=>e.source?.publisher??null}],sources:e=>Wr(e.parties.flatMap(e=>e.rows)),caption:`World market of ${t}, or of items that hold it: one publication a row, never averaged. HHI from 0 to 1.`})}function qr(e,t){if(t===void 0)return e;let n={EXPOSED:`${e} depends on China by stated shares`,LINKED:`${e} is tied to China by a chain on record`,IMPLIED:`${e} depends on China by recipe and world market`,UNKNOWN:`Whether ${e} depends on China is unknown`,NOT_EXPOSED:`${e} is proven clear of China`},r=t.share.estimate===null||t.verdict===`UNKNOWN`||t.verdict===`NOT_EXPOSED`?``:`: ${U(t.share.estimate)} of the need`;return n[t.verdict]+r}function Jr({asked:e,name:t,id:n}){let{data:r,faults:i}=e;if(r===null)return i.length>0?q(br,{of:i}):q(Sr,{});let a=r.view,o=[[null,a.any],[`MINE`,a.mine],[`SEPARATION`,a.separation],[`METAL`,a.metal],[`ALLOY`,a.alloy],[`MAGNET`,a.magnet]].flatMap(([e,t])=>{let n=t?.nodes[0];return n===void 0?[]:[{stage:e,found:n}]}),s=e=>e.stage===null?`any stage`:Y(e.stage),c=e=>Hn(t,n,e.stage===null?{countries:[`CN`]}:{countries:[`CN`],stages:[e.stage]}),l=`How much of it passes China, step by step`;return q(Z,{title:l,rows:o,legend:q(dn,{}),columns:[{head:`step in China`,value:s},{head:`verdict`,value:e=>e.found.verdict,cell:e=>q(wr,{verdict:e.found.verdict,certainty:e.found.certainty})},{head:`share`,bar:!0,value:e=>e.found.share.estimate,cell:e=>q(cn,{share:e.found.share,verdict:e.found.verdict,basis:e.found.basis})},{head:`estimate`,numeric:!0,value:e=>e.found.share.estimate,cell:e=>q(Q,{receipt:()=>c(e),children:e.found.share.estimate===null?q($,{}):U(e.found.share.estimate)})},{head:`at least`,numeric:!0,value:e=>e.found.share.low,cell:e=>U(e.found.share.low)},{head:`at most`,numeric:!0,value:e=>e.found.share.high,cell:e=>U(e.found.share.high)},{head:`known`,numeric:!0,value:e=>e.found.coverage.known,cell:e=>U(e.found.coverage.known)},{head:`assumed`,numeric:!0,value:e=>e.found.coverage.assumed,cell:e=>U(e.found.coverage.assumed)},{head:`unknown`,numeric:!0,value:e=>e.found.coverage.unknown,cell:e=>U(e.found.coverage.unknown)},{head:`strongest need`,value:e=>e.found.item?.name??null,cell:e=>e.found.item===null?q($,{what:`none`}):q(X,{of:e.found.item})}],caption:`Share of the need that passes the step in China at any tier. Recorded chains and market estimates are never added. Enter or a click opens the receipt.`,children:q(pn,{label:l,layout:e=>Yr(o,e,s,e=>()=>gn.value=c(e))})})}function Yr(e,t,n,r){let i=t<640,a=i?100:250,o=t-110-a;return{height:22+e.length*26+2,behind:q(`g`,{children:[0,.5,1].map(t=>q(`g`,{children:[q(`line`,{class:`line`,x1:110+t*o,x2:110+t*o,y1:18,y2:22+e.length*26}),q(`text`,{class:`tick`,x:110+t*o,y:12,"text-anchor":`middle`,children:t})]},t))}),marks:e.map((e,a)=>{let s=22+a*26,{found:c}=e,l=On(n(e)),u=c.share.estimate===null?`no estimate`:U(c.share.estimate),d=i?`${Y(c.verdict)} ${u}`:`${On(Y(c.verdict))} · ${u} in ${Vt(c.share)}`;return{key:l,label:`${l}${d}, ${Ht(c.share)}`,tip:`${l}: ${Y(c.verdict)}; ${Ht(c.share)}. ${An[c.verdict]}.`,open:r(e),x:0,y:s,width:t,height:26,draw:q(`g`,{children:[q(`text`,{class:e.stage===null?`label name`:`label`,x:0,y:s+17,children:l}),q(ln,{share:c.share,verdict:c.verdict,basis:c.basis,x:110,y:s+6,width:o,height:13}),q(`text`,{class:`tick`,x:110+o+14,y:s+17,children:d})]})}})}}var Xr=[`UNKNOWN`,`CIVILIAN`,`MILITARY`];function Zr(){let{data:e,faults:t,waiting:n}=H(Yt,{...J.value,id:Dt.value}),r=Tt(B.value.enduse,Xr).value,i=H(Jt,{...J.value,id:Dt.value,country:`CN`,endUse:r}),a=e?.view.item??null;if(a===null)return q(x,{children:[q(vr,{title:n?`Asking…`:`There is no item of that name`}),n&&q(Sr,{}),q(br,{of:t})]});let o=a.__typename===`Element`;return q(x,{children:[q(vr,{title:o?`${a.name} (${a.symbol}): where it goes, and who holds it`:qr(a.name,i.data?.view.any?.nodes[0]),children:[Qr(a),a.aliases.length>0&&q(x,{children:[` Also: `,a.aliases.map(e=>e.text).join(`, `),`.`]})]}),q(br,{of:t}),!o&&q(Jr,{asked:i,name:a.name,id:a.key}),!o&&q($r,{item:a}),o&&q(ti,{item:a}),!o&&q(ni,{asked:i.data,endUse:r}),q(ii,{item:a}),q(oi,{item:a}),q(Kr,{id:a.key,name:a.name}),q(si,{item:a}),q(ci,{item:a}),q(li,{item:a}),q(ui,{item:a})]})}function Qr(e){let t=[In(e.__typename)];return e.__typename===`Product`?t.push(Y(e.sector),`end use: ${Y(e.endUse)}`):e.__typename===`Component`?t.push(Y(e.kind)):e.__typename===`Material`?t.push(Y(e.form),...e.hsCodes.length>0?[`HS ${e.hsCodes.join(`, `)}`]:[]):e.__typename===`Element`&&t.push(e.group===`NON_RARE_EARTH`?Y(e.group):`${Y(e.group)} rare earth`),e.unit!==null&&t.push(e.unit===`UNIT`?`counted in pieces`:`counted in ${e.unit===`KG`?`kg`:`MW`}`),`${On(t.join(` · `))}.${e.note===null?``:` ${e.note}.`}`}function $r({item:e}){let{data:t,faults:n}=H(Xt,{...J.value,id:e.key}),r=t?.view.composition;if(r==null)return n.length>0?q(br,{of:n}):q(Sr,{});let i=r.elements,a=i.filter(e=>Ur(e.kilograms,e.complete)!==`KNOWN`).length,o=r.unit===`MW`?`megawatt`:r.unit===`KG`?`kilogram`:`piece`,s=i.length===0?`No recipe says what is in it`:a===0?`${G(i.length,`element`)} in one ${o}, all with an amount`:`${G(i.length,`element`)} in one ${o}; for ${a} the amount is not known in full`,c=t=>vn(`${t.element.name} in one ${o} of ${e.name}`,Wt(t.kilograms,t.complete),t.receipt);return q(x,{children:[q(Z,{title:s,rows:i,columns:[{head:`element`,value:e=>e.element.name,cell:e=>q(X,{of:e.element})},{head:`kilograms`,numeric:!0,value:e=>e.kilograms.mid,cell:e=>q(Q,{receipt:()=>c(e),children:e.kilograms.mid===null&&e.kilograms.low===null?q($,{}):Wt(e.kilograms)})},{head:`low`,numeric:!0,fileOnly:!0,value:e=>e.kilograms.low},{head:`high`,numeric:!0,fileOnly:!0,value:e=>e.kilograms.high},{head:`state`,value:e=>Ur(e.kilograms,e.complete),cell:e=>Y(Ur(e.kilograms,e.complete))},{head:`present`,value:e=>e.presence,cell:e=>e.presence===`PRESENT`?`surely`:`possibly`},{head:`through`,value:e=>e.via.map(e=>e.name).join(`; `)},{head:`confidence`,value:e=>e.confidence,cell:e=>Y(e.confidence)}],sources:e=>Wr(e.receipt.rows),legend:q(`ul`,{class:`legend`,"aria-label":`Legend`,children:[q(`li`,{children:[q(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:[q(`rect`,{class:`group-LIGHT`,width:`6`,height:`10`}),q(`rect`,{class:`group-MEDIUM`,x:`6`,width:`6`,height:`10`}),q(`rect`,{class:`group-HEAVY`,x:`12`,width:`6`,height:`10`})]}),`amount: light, medium, heavy rare earth`]}),q(`li`,{children:[q(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:q(`rect`,{class:`group-NON_RARE_EARTH`,width:`18`,height:`10`})}),`other element`]}),q(`li`,{children:[q(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:q(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`and an amount that is not known`]})]}),none:`The data do not say what it is made of. That is unknown, not free of everything.`,caption:q(x,{children:[`Contained mass along the recipe; essential inputs add, alternatives do not. Bars share a logarithmic scale.`,r.lumps.length>0&&q(x,{children:[` `,`Besides, sources state totals that name no element, never added:`,` `,r.lumps.map((t,n)=>q(`span`,{children:[n>0&&`, `,q(Q,{receipt:()=>vn(`${t.item.name} in ${e.name}`,Wt(t.kilograms,t.complete),t.receipt),children:[t.item.name,`: `,Wt(t.kilograms,t.complete)]})]},t.item.key)),`.`]})]}),children:i.length>0?q(pn,{label:s,layout:e=>ei(i,e,c)}):void 0}),q(xr,{of:r.flags})]})}function ei(e,t,n){let r=t<640,i=r?104:170,a=r?120:210,o=t-i-a-30,s=e.flatMap(e=>e.kilograms.mid??[]).filter(e=>e>0),c=Math.ceil(Math.log10(Math.max(.001,...s))),l=Math.min(c-2,Math.floor(Math.log10(Math.min(1,...s)))-1),u=e=>Math.max(3,(Math.log10(e)-l)/(c-l)*o),d=Array.from({length:c-l+1},(e,t)=>l+t).filter((e,t,n)=>n.length<7||t%2==0);return{height:22+e.length*24+4,behind:q(`g`,{children:d.map(t=>q(`g`,{children:[q(`line`,{class:`line`,x1:i+(t-l)/(c-l)*o,x2:i+(t-l)/(c-l)*o,y1:18,y2:22+e.length*24}),q(`text`,{class:`tick`,x:i+(t-l)/(c-l)*o,y:12,"text-anchor":`middle`,children:Ut(10**t)})]},t))}),marks:e.map((e,r)=>{let a=22+r*24,s=hn(e.element.name,i-10),c=`${Wt(e.kilograms,e.complete)}${e.presence===`POSSIBLE`?` (possibly)`:``}`,l=e.kilograms.mid,d=l===null||l===0?0:u(l);return{key:e.element.key,label:`${s}${c}, ${e.element.name}`,tip:`${e.element.name}: ${c}; confidence ${Y(e.confidence)}`,open:()=>{gn.value=n(e)},x:0,y:a,width:t,height:24,draw:q(`g`,{children:[q(`text`,{class:`label`,x:0,y:a+16,children:s}),d>0&&q(`rect`,{class:`group-${e.element.group}`,x:i,y:a+5,width:d,height:13}),(!e.complete||d===0)&&q(`rect`,{class:`unknown`,x:i+d,y:a+5,width:d===0?o:26,height:13}),q(`text`,{class:`tick`,x:t,y:a+16,"text-anchor":`end`,children:c})]})}})}}function ti({item:e}){let{data:t,faults:n}=H($t,{...J.value,id:e.key}),r=t?.view.uses;if(r==null)return n.length>0?q(br,{of:n}):q(Sr,{});let i=r.nodes.filter(e=>e.kilogramsPerUnit.mid!==null).length,a=e=>e.item.name;return q(Z,{title:`In ${G(r.totalCount,`product`)}; for ${i} of them an amount is known`,rows:r.nodes,most:15,columns:[{head:`product`,value:a,cell:e=>q(X,{of:e.item})},{head:`kilograms in one`,numeric:!0,value:e=>e.kilogramsPerUnit.mid,cell:t=>q(Q,{receipt:()=>{let n=`${e.name} in one ${a(t)}`,r=Wt(t.kilogramsPerUnit,t.complete);return{title:n,value:r,load:async()=>{let i=(await Rt(en,{...J.value,id:t.item.key,element:e.key})).data?.view.composition?.elements[0]?.receipt;return i===void 0?null:vn(n,r,i)}}},children:t.kilogramsPerUnit.mid===null?q($,{what:`amount unknown`}):Wt(t.kilogramsPerUnit,t.complete)})},{head:`per`,value:e=>e.item.unit,cell:e=>e.item.unit===`MW`?`MW`:e.item.unit===`KG`?`kg`:`piece`},{head:`state`,value:e=>Ur(e.kilogramsPerUnit,e.complete),cell:e=>Y(Ur(e.kilogramsPerUnit,e.complete))},{head:`present`,value:e=>e.presence,cell:e=>e.presence===`PRESENT`?`surely`:`possibly`},{head:`confidence`,value:e=>e.confidence,cell:e=>Y(e.confidence)}],caption:`Contained mass in one unit of the product, through any number of steps.`})}function ni({asked:e,endUse:t}){let n=e?.view.any?.nodes[0]?.access;return n===void 0?q(Sr,{}):q(`section`,{class:`part`,children:[q(`h2`,{children:`What China's export controls do to it`}),q(`div`,{class:`controls`,children:q(`label`,{children:[`Its use is taken as`,q(`select`,{value:t,onChange:e=>V({enduse:e.currentTarget.value===`UNKNOWN`?null:e.currentTarget.value}),children:Xr.map(e=>q(`option`,{value:e,children:e===`UNKNOWN`?`not stated`:Y(e)},e))})]})}),n===null?q(`p`,{children:[q($,{what:`unknown`}),` on this day: it lies before the record of controls.`]}):q(x,{children:[q(`p`,{children:[`Strictest state met on the way: `,q(Or,{passage:n.state})]}),q(Z,{title:`${G(n.barriers.length,`shipment`)} on the way that are not open`,heading:!1,rows:n.barriers,columns:[{head:`what crosses`,value:e=>e.item.name,cell:e=>q(X,{of:e.item})},{head:`to`,value:e=>e.destination?.name??null,cell:e=>e.destination?.name??`the world market`},{head:`passage`,value:e=>e.passage,cell:e=>q(Or,{passage:e.passage})},{head:`needs`,value:e=>e.outcome,cell:e=>Y(e.outcome)},{head:`review`,value:e=>e.days.low===null?null:`${e.days.low}-${e.days.high??``}`,cell:e=>ri(e.days)},{head:`controls`,value:e=>e.clauses.map(e=>e.control.key).join(` `),cell:e=>q(Bn,{of:e.clauses.map(e=>e.control)})}],none:`None is on record.`,caption:`Shipments over the border of China that are not open, by the written rules of the day.`})]})]})}function ri(e){return e.unlimited?`from ${e.low??0} days, without limit`:e.low===null&&e.high===null?q($,{}):e.low===0&&e.high===0?`none`:`${e.low??`?`}–${e.high??`?`} days`}function ii({item:e}){let{data:t}=H(Qt,{...J.value,id:e.key}),n=t?.view.controls;if(n==null)return null;let r=n.nodes.filter(e=>e.state===`ACTIVE`).length,i=n.nodes.filter(e=>e.state===`SUSPENDED`||e.state===`REVIVED`).length;return q(Z,{title:n.nodes.length===0?`No control on record names it`:`Named by ${G(n.totalCount,`control`)}: ${r} in force, ${i} suspended or run out of suspension`,rows:n.nodes,most:12,columns:[{head:`control`,value:e=>e.name,cell:e=>q(X,{of:e})},{head:`state`,value:e=>e.state,cell:e=>q(Er,{state:e.state})},{head:`in force from`,value:e=>e.effective,cell:e=>q(Q,{receipt:()=>_n(e.name,e.effective,[e.row]),children:e.effective})},{head:`suspended`,value:e=>e.suspendedFrom,cell:e=>e.suspendedFrom===null?``:`${e.suspendedFrom} to ${e.suspendedUntil??`open`}`},{head:`what it does`,value:e=>e.summary}],sources:e=>Wr([e.row]),none:`That no control names it does not prove that it is free: see what it is made of.`,caption:`Controls that cover the item, one of its classes or groups.`})}function ai(e){return e.quantity===null&&e.quantityLow===null?q($,{what:`amount unknown`}):`${e.quantityLow!==null&&e.quantityHigh!==null&&e.quantityLow!==e.quantityHigh?`${Bt(e.quantityLow??0,3)}–${Bt(e.quantityHigh??0,3)}`:Bt(e.quantity??e.quantityLow??0,3)} ${Y(e.unit)}`}function oi({item:e}){let t=e.inputs.nodes;if(e.__typename===`Element`)return null;let n=t.filter(e=>e.quantity===null).length;return q(Z,{title:t.length===0?`What goes into it is not on record`:`${G(e.inputs.totalCount,`input`)} in its recipe; ${n} without an amount`,rows:t,most:15,columns:[{head:`input`,value:e=>e.from.name,cell:e=>q(X,{of:e.from})},{head:`amount`,numeric:!0,value:e=>e.quantity,cell:t=>q(Q,{receipt:()=>_n(`${t.from.name} in ${e.name}`,t.quantity===null?`amount unknown`:`${t.quantity} ${Y(t.unit)}`,[t.row]),children:ai(t)})},{head:`low`,fileOnly:!0,value:e=>e.quantityLow},{head:`high`,fileOnly:!0,value:e=>e.quantityHigh},{head:`unit`,fileOnly:!0,value:e=>e.unit},{head:`state`,fileOnly:!0,value:e=>e.quantity===null?`MASS_UNKNOWN`:`KNOWN`},{head:`role`,value:e=>e.essential?`essential`:`alternative`},{head:`confidence`,value:e=>e.confidence,cell:e=>Y(e.confidence)}],sources:e=>Wr([e.row]),none:`That is unknown, not free of everything.`,caption:`Direct inputs for one unit. Essential inputs are all needed; of alternatives any one serves.`})}function si({item:e}){return e.outputs.nodes.length===0?null:q(Z,{title:`Goes into ${G(e.outputs.totalCount,`item`)}`,rows:e.outputs.nodes,most:12,columns:[{head:`item`,value:e=>e.to.name,cell:e=>q(X,{of:e.to})},{head:`amount`,numeric:!0,value:e=>e.quantity,cell:t=>q(Q,{receipt:()=>_n(`${e.name} in ${t.to.name}`,t.quantity===null?`amount unknown`:String(t.quantity),[t.row]),children:ai(t)})},{head:`unit`,fileOnly:!0,value:e=>e.unit},{head:`role`,value:e=>e.essential?`essential`:`alternative`},{head:`confidence`,value:e=>e.confidence,cell:e=>Y(e.confidence)}],sources:e=>Wr([e.row]),caption:e.outputs.totalCount>e.outputs.nodes.length?`The first ${e.outputs.nodes.length} of ${e.outputs.totalCount}.`:`Direct uses by recipe.`})}function ci({item:e}){return e.__typename===`Element`?null:q(Z,{title:e.makers.nodes.length===0?`No maker is on record`:`${G(e.makers.totalCount,`maker`)} on record`,rows:e.makers.nodes,most:12,columns:[{head:`firm`,value:e=>e.firm.name,cell:e=>q(X,{of:e.firm})},{head:`country`,value:e=>e.firm.country.name},{head:`confidence`,value:e=>e.confidence,cell:t=>q(Q,{receipt:()=>_n(`${t.firm.name} makes ${e.name}`,Y(t.confidence),[t.row]),children:Y(t.confidence)})}],sources:e=>Wr([e.row]),none:`Somebody makes it; the data do not say who.`,caption:`The list is never complete: firms not on record may make it too.`})}function li({item:e}){return e.substitutes.nodes.length===0?null:q(Z,{title:`${G(e.substitutes.totalCount,`substitute`)} on record`,rows:e.substitutes.nodes,most:10,columns:[{head:`substitute`,value:e=>e.substitute.name,cell:e=>q(X,{of:e.substitute})},{head:`for use in`,value:e=>e.forItem?.name??null,cell:e=>e.forItem===null?`any use`:q(X,{of:e.forItem})},{head:`readiness`,value:e=>e.readiness,cell:e=>Y(e.readiness)},{head:`performance`,numeric:!0,value:e=>e.performance,cell:t=>q(Q,{receipt:()=>_n(`${t.substitute.name} for ${e.name}`,t.performance===null?`performance unknown`:`${t.performance} %`,[t.row]),children:t.performance===null?q($,{}):`${t.performance} %`})},{head:`remark`,value:e=>e.note}],sources:e=>Wr([e.row]),caption:`Performance against the original; unknown where nobody states it.`})}function ui({item:e}){return e.classes.length+e.grades.length+e.groups.length===0?null:q(`section`,{class:`part`,children:[q(`h2`,{children:`Classes, grades and groups`}),q(`dl`,{class:`facts`,children:[e.classes.length>0&&q(x,{children:[q(`dt`,{children:`is a kind of`}),q(`dd`,{children:q(Bn,{of:e.classes})})]}),e.grades.length>0&&q(x,{children:[q(`dt`,{children:`has kinds`}),q(`dd`,{children:q(Bn,{of:e.grades})})]}),e.groups.length>0&&q(x,{children:[q(`dt`,{children:`in groups`}),q(`dd`,{children:q(Bn,{of:e.groups})})]})]})]})}function di(){let e=gn.value,[t,n]=N(null),r=Oe(null),i=Oe(null);if(P(()=>{if(e===null)return;let t=!0;return n(`load`in e?null:e),`load`in e&&e.load().then(e=>t&&n(e??`failed`)),i.current===null&&(i.current=document.activeElement),r.current?.focus(),()=>{t=!1}},[e]),e===null)return null;let a=()=>{gn.value=null,i.current?.focus?.(),i.current=null};return q(`aside`,{class:`receipt`,ref:r,tabIndex:-1,"aria-label":`Receipt`,onKeyDown:e=>{e.key===`Escape`&&a()},children:[q(`button`,{type:`button`,class:`close`,onClick:a,"aria-label":`Close the receipt`,children:`✕`}),q(`h2`,{children:e.title}),q(fi,{now:e,shown:t})]})}function fi({now:e,shown:t}){return t===`failed`?q(`p`,{role:`alert`,children:`The receipt could not be read.`}):t===null?q(`p`,{class:`wait`,children:[e.value,` Asking…`]}):q(x,{children:[q(`p`,{class:`big`,children:On(t.value)}),t.formula!==void 0&&q(`p`,{children:t.formula}),(t.assumptions??[]).length>0&&q(x,{children:[q(`h3`,{children:`Assumed, or limits`}),q(`ul`,{class:`plain`,children:t.assumptions?.map(e=>q(`li`,{children:e.meaning},e.flag))})]}),t.more,q(`h3`,{children:t.rowCount===t.rows.length?G(t.rowCount,`row`):`${t.rows.length} of ${G(t.rowCount,`row`)}`}),t.rows.length===0&&q(`p`,{class:`quiet`,children:`No row stands behind it.`}),q(`ol`,{class:`rows`,children:t.rows.map(e=>q(`li`,{children:q(pi,{row:e})},`${e.file}:${e.line}`))})]})}function pi({row:e}){return q(x,{children:[q(`code`,{children:[e.file,`:`,e.line]}),e.confidence!==null&&q(`span`,{class:`badge`,children:[` confidence `,Y(e.confidence)]}),q(`dl`,{children:[e.columns.filter(e=>e.name!==`source`&&e.name!==`confidence`).map(e=>q(x,{children:[q(`dt`,{children:e.name},`${e.name} head`),q(`dd`,{children:e.value===``?q(`span`,{class:`unknown`,children:`not stated`}):e.value},e.name)]})),e.source!==null&&q(x,{children:[q(`dt`,{children:`source`}),q(`dd`,{children:[q(`a`,{href:e.source.url,rel:`noreferrer noopener`,target:`_blank`,children:e.source.title}),`, `,e.source.publisher,`, `,e.source.published??`undated`]})]})]})]})}function mi(){let{data:e,faults:t,waiting:n}=H(rn,{id:Dt.value}),r=e?.node??null;return r===null?q(x,{children:[q(vr,{title:n?`Asking…`:`There is nothing of that name`}),n&&q(Sr,{}),q(br,{of:t})]}):q(x,{children:[q(vr,{title:r.name,children:[In(r.__typename),`, as the data have it`,r.__typename===`Event`&&r.firm!==null&&q(x,{children:[` `,`· `,q(X,{of:r.firm})]})]}),q(`section`,{class:`part record`,children:q(pi,{row:r.row})}),r.__typename===`ItemGroup`&&q(`section`,{class:`part`,children:[q(`h2`,{children:`Items in the group`}),q(Bn,{of:r.members.nodes})]})]})}function hi(){let e=Oe(null);return P(()=>{let t=t=>{let n=t.target;if(!(t.metaKey||t.ctrlKey||t.altKey||n.closest(`input, select, textarea, dialog`)!==null))switch(t.key){case`/`:t.preventDefault(),document.querySelector(`input.front`)?.focus();break;case`?`:e.current?.showModal();break;case`t`:case`T`:V({table:B.value.table===`1`?null:`1`}),_r.value=B.value.table===`1`?`Tables shown`:`Tables hidden`;break;case`b`:case`B`:document.querySelector(`[data-swap]`)?.click();break;case`Escape`:gn.value=null}};return addEventListener(`keydown`,t),()=>removeEventListener(`keydown`,t)},[]),q(x,{children:[q(`button`,{type:`button`,class:`icon`,"aria-label":`Keyboard help`,onClick:()=>e.current?.showModal(),children:`?`}),q(`dialog`,{ref:e,"aria-labelledby":`help-title`,children:[q(`h2`,{id:`help-title`,children:`Keys`}),q(`dl`,{class:`facts`,children:[q(`dt`,{children:q(`kbd`,{children:`/`})}),q(`dd`,{children:`search; arrows walk the hits, Enter opens, Escape closes`}),q(`dt`,{children:q(`kbd`,{children:`T`})}),q(`dd`,{children:`the tables behind the pictures`}),q(`dt`,{children:q(`kbd`,{children:`B`})}),q(`dd`,{children:`before and after of a what-if`}),q(`dt`,{children:q(`kbd`,{children:`Esc`})}),q(`dd`,{children:`close a receipt or this help`}),q(`dt`,{children:q(`kbd`,{children:`?`})}),q(`dd`,{children:`this help`})]}),q(`p`,{children:`Dotted numbers open their receipt: the rows, sources and confidence behind them.`}),q(`form`,{method:`dialog`,children:q(`button`,{type:`submit`,children:`Close`})})]})]})}function gi({nav:e,children:t}){return q(x,{children:[q(`a`,{class:`skip`,href:`#main`,children:`Skip to the page`}),q(xi,{}),q(`div`,{class:`frame`,children:[q(`header`,{class:`top`,children:[q(Vn,{to:jt(``),className:`brand`,children:`Lodestone`}),q(`nav`,{"aria-label":`Pages`,children:e.map(e=>q(Vn,{to:jt(e.page),current:Et.value===e.page,children:e.title},e.page))}),q(`span`,{class:`grow`}),Et.value!==``&&q(Br,{}),q(bi,{}),q(hi,{})]}),q(_i,{}),q(`p`,{class:`away`,role:`status`,children:_r.value}),q(`main`,{id:`main`,tabIndex:-1,children:t}),q(`footer`,{class:`foot`,children:[q(`span`,{children:`Lodestone explorer. Unknown is never zero: it is hatched, and says so.`}),q(`a`,{href:`/`,children:`Ask in GraphQL: the playground`}),q(`a`,{href:`/explorer/licences.txt`,children:`Licences of what is built in`})]})]}),q(di,{})]})}function _i(){let{data:e,faults:t}=H(tn,J.value),n=e?.release,r=e?.view.asOf;P(()=>{ur.value=n?.id,dr.value=r},[n?.id,r]);let i=Cn.value?.length??0,a=B.value.rel;return q(x,{children:[q(`search`,{class:`world`,"aria-label":`The day and filter of every page`,children:[q(`label`,{children:[`As of`,q(`input`,{type:`date`,value:wn.value??r??``,onChange:e=>e.currentTarget.value!==``&&V({date:e.currentTarget.value})})]}),wn.value!==void 0&&q(`button`,{type:`button`,onClick:()=>V({date:null}),children:`Today`}),q(`label`,{children:[`Rows of confidence`,q(`select`,{value:Tn.value,onChange:e=>V({conf:e.currentTarget.value===`LOW`?null:e.currentTarget.value}),children:Mn.map(e=>q(`option`,{value:e,children:e===`LOW`?`any`:e===`HIGH`?`high only`:`${Y(e)} or high`},e))})]}),i>0&&q(`span`,{children:[q(Vn,{to:jt(`whatif`),children:[`What-if: `,G(i,`edit`)]}),` `,q(`button`,{type:`button`,onClick:()=>V({scn:null}),children:`Clear`})]}),q(`span`,{class:`grow`}),q(`span`,{class:`release`,children:n===void 0?`Reading the release…`:`release ${n.id.slice(0,12)} · sources until ${n.horizon}`}),q(vi,{})]}),q(br,{of:t}),En.value.map(e=>q(`p`,{class:`notice`,children:e},e)),a!==void 0&&n!==void 0&&a!==n.id&&q(`p`,{class:`notice`,role:`alert`,children:[`This link was made from release `,q(`code`,{children:a.slice(0,12)}),`, which is not loaded: the numbers here are those of release`,` `,q(`code`,{children:n.id.slice(0,12)}),` and may differ.`]}),q(xr,{of:e?.view.flags??[]})]})}function vi(){return q(`button`,{type:`button`,onClick:async()=>{fr.value=await mr()?`Link copied`:`The link could not be copied`,_r.value=fr.value,setTimeout(()=>{fr.value=``},2500)},children:fr.value||`Copy link`})}var yi=[`system`,`light`,`dark`];function bi(){let[,e]=N(0),t=Pt(),n=yi[(yi.indexOf(t)+1)%yi.length]??`system`;return q(`button`,{type:`button`,class:`icon`,"aria-label":`Theme: ${t}. Change to ${n}`,title:`Theme: ${On(t)}`,onClick:()=>{Ft(n),V({theme:n===`system`?null:n}),e(e=>e+1)},children:t===`light`?`☀`:t===`dark`?`☾`:`◐`})}function xi(){return q(`svg`,{id:`patterns`,"aria-hidden":`true`,children:q(`defs`,{children:[q(`pattern`,{id:`hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[q(`rect`,{class:`hatch-ground`,width:`6`,height:`6`}),q(`line`,{class:`hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]}),q(`pattern`,{id:`hatch-amber`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[q(`rect`,{class:`hatch-amber-ground`,width:`6`,height:`6`}),q(`line`,{class:`hatch-amber-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})]})})}var Si={"":Hr,exposure:jr,record:mi,element:Zr,material:Zr,component:Zr,product:Zr},Ci=[{page:`exposure`,title:`Exposure`}];function wi(){return q(gi,{nav:Ci,children:q(Si[Et.value]??Ti,{},`${Et.value}/${Dt.value}`)})}function Ti(){return q(vr,{title:`There is no such page`,children:`The address names a page that this explorer does not have. The search finds everything that it has.`})}var Ei=document.getElementById(`page`);Ei!==null&&A(q(wi,{}),Ei);