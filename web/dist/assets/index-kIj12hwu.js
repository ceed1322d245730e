var e,t,n,r,i,a,o,s,c,l,u,d=Symbol.for(`pv`),f={},p=[],m=/^m(i|n|o|s|text|space)$/,h=Array.isArray,g=p.slice,_=Object.assign;function v(e){e&&e.parentNode&&e.remove()}function y(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?g.call(arguments,2):n),b(e,o,r,i,null)}function b(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:d,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function te(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=_({constructor:d},r)).__v=r.__v+1,e.vnode&&e.vnode(n),le(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,fe(a,n,o),r.__=r.__e=null,n.__e!=i&&C(n))}function C(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),C(e)}function w(t){(8&t.__g||(t.__g|=8,r.push(t),a++))&&i==e.debounceRendering||((i=e.debounceRendering)||queueMicrotask)(T)}function T(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,8&e.__g&&te(e)}finally{(a=r.length)&&(i||queueMicrotask)(T)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var d,m,h,g,_,v,y=r.__k||p,b=t.length;for(c=re(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(m=~h.__i&&y[h.__i]||f,h.__i=d,v=le(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&me(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=ie(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function re(e,t,n,r,i){var a,o,s,c,l,u,f,p,m,g=n.length,_=g,v=0,y=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=b(null,o):h(o)?o=S[a]=b(x,{children:o}):o.constructor===d&&o.__b?o=S[a]=b(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ae(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(y){for(u=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,f[a]=v+1}for(v=u.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),he(s,s));return r}function ie(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=ie(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ae(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function oe(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function se(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||oe(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||oe(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=u[t]||(u[t]=ce(t)),(e.__a||={})[t]=l,a=t!=(t=t.replace(c,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function ce(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[s]==null)n[s]=l++;else if(n[s]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function le(t,n,r,i,a,o,s,c,l,u){var f,m,g,y,b,te,C,w,T,re,ie,ae,oe,se,ce,le,fe,me,_e=n.type;if(n.constructor!==d)return null;128&r.__u&&(l=32&r.__u,f=r.__c.__z)&&(n.__u|=l,m=o=[],f.nodeType==8?c=ue(f,o):o.push(f),c=o[0]||c),(f=e.__b)&&f(n);n:if(typeof _e==`function`){g=s.length;try{if(w=n.props,T=(f=_e.prototype)&&f.render,re=(f=_e.contextType)&&i[f.__c],ie=f?re?re.props.value:f.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(T?n.__c=y=new _e(w,ie):(n.__c=y=new S(w,ie),y.constructor=_e,y.render=ge),re&&re.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),T&&(y.__s||(y.__s=y.state),_e.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=_({},y.__s)),_(y.__s,_e.getDerivedStateFromProps(w,y.__s)))),b=y.props,te=y.state,y.__v=n,r.__c){if(w!==b&&T&&!_e.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(w,ie),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(w,y.__s,ie)){n.__v!=r.__v&&(y.props=w,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),p.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=ee(r);break n}y.componentWillUpdate&&y.componentWillUpdate(w,y.__s,ie),T&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(b,te,C)})}else T&&!_e.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),T&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=ie,y.props=w,y.__P=t,y.__g&=-5,ae=e.__r,oe=T?25:0;do y.__g&=-9,ae&&ae(n),f=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++oe<25);T&&(p.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=_({},i,y.getChildContext())),T&&r.__c&&y.getSnapshotBeforeUpdate&&(C=y.getSnapshotBeforeUpdate(b,te)),se=f&&f.type===x&&f.key==null?f.props.children:f,w.__P&&(f=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&he(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,h(se)?se:[se],n,r,i,a,o,s,c,l,u),w.__P&&(n.__e=null,c=f),n.__u&=-161,m&&m.some(v),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=g,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(fe=o.indexOf(c||void 0))||(fe=o.length);(me=o[fe-1])&&me.nodeType==8;)fe--;for(;fe<o.length;fe++)if(me=o[fe]){if(o[fe]=null,ce){if(me==le)break}else{if(me.nodeType!=8)break;me.data.startsWith(`$s`)&&(le=ue(ce=me))}}}if(!ce){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ce=c}(f=ue(ce=n.__c.__z||(n.__c.__z=ce)))?(n.__e=ce,c=f):n.__e=c,c&&=c.nextSibling}else o&&o.some(v)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||de(n),e.__e(t,n,r)}}else c=n.__e=pe(r.__e,n,r,i,a,o,s,l,u,t);return(f=e.diffed)&&f(n),c}function ue(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function de(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(de))}function fe(t,n,r){for(var i=0;i<r.length;)me(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function pe(t,n,r,i,a,o,s,c,l,u){var d,p,_,y,b,x,S,te,C=r.props||f,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(T?b.localName==T:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&g.call(u.childNodes),!c&&o)for(C={},d=0;d<t.attributes.length;d++)C[(b=t.attributes[d]).name]=b.value;for(d in C)b=C[d],d==`dangerouslySetInnerHTML`?_=b:d==`children`||d in w||d==`value`&&`defaultValue`in w||d==`checked`&&`defaultChecked`in w||se(t,d,null,b,a);for(d in w)b=w[d],d==`children`?y=b:d==`dangerouslySetInnerHTML`?p=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||C[d]===b||se(t,d,b,C[d],a);p?(c||_&&(p.__html==_.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),n.__k=[]):(_&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&m.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,h(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(v)),c&&T!=`textarea`||(d=`value`,T==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(T!=`progress`||x)||se(t,d,x,C[d],a),d=`checked`,S!=null&&S!=t[d]&&se(t,d,S,C[d],a))}else C===w||c&&t.data==w||(t.data=w);return t}function me(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function he(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||me(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&he(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ue(i,o=[]))&&(i==t.__e&&o.some(v),v(a),v(i)),r||v(t.__e),t.__e=t.__c=t.__=null}function ge(e,t,n){return this.constructor(e,n)}function _e(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=b(x,{children:[t]}),a=[],o=[],le(n,n.__k,i||f,f,n.namespaceURI,i?null:n.firstChild?g.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),fe(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var i,o,s;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw a=0,e}},t=0,n=function(e){return e!=null&&e.constructor===d},S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=_({},this.state)),typeof e==`function`&&(e=e(_({},n),this.props)),e&&(_(n,e),this.__v&&(t&&this.__k.push(t),w(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),w(this))},S.prototype.render=x,r=[],a=0,o=function(e,t){return e.__v.__b-t.__v.__b},s=Symbol(),c=/(PointerCapture)$|Capture$/i,l=0,u={};var ve,E,ye,be,xe=Object.is,Se=0,Ce=[],we=[],D=e,Te=D.__b,Ee=D.__r,De=D.diffed,Oe=D.__c,ke=D.unmount,Ae=D.__;function je(e,t){D.__h&&D.__h(E,e,Se||t),Se=0;var n=E.__H||(E.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function O(e){return Se=1,Me(We,e)}function Me(e,t,n){var r=je(ve++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):We(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);xe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=E,!E.__f)){E.__f=!0;var i=E.shouldComponentUpdate;E.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,xe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function Ne(e,t){var n=je(ve++,3);!D.__s&&Ue(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,E.__H.__h.push(n))}function Pe(e){return Se=5,Fe(function(){return{current:e}},[])}function Fe(e,t){var n=je(ve++,7);return Ue(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Ie(){var e=je(ve++,11);if(!e.__){for(var t=E.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Le(){var e;do{for(;e=we.shift();)try{Ve(e)}catch(t){D.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ce.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ve),t.__h.some(He),t.__h=[]}catch(n){t.__h=[],D.__e(n,e.__v)}}}while(we.length)}D.__b=function(e){E=null,Te&&Te(e)},D.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ae&&Ae(e,t)},D.__r=function(e){Ee&&Ee(e),ve=0;var t=(E=e.__c).__H;t&&(ye==E?E.__h=[]:(t.__h.some(Ve),t.__h.some(He),ve=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),ye=E},D.diffed=function(e){De&&De(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Be(Ce.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),ye=E=null},D.__c=function(e,t){t.some(function(e){try{e.__h.some(Ve),e.__h=e.__h.filter(function(e){return!e.__||He(e)})}catch(t){e.__h=[function(){throw t}]}}),Oe&&Oe(e,t)},D.unmount=function(e){ke&&ke(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Be(we.push(r))}else Ve(r)}catch(e){t=e}}),r.__H=void 0,t&&D.__e(t,r.__v))};var Re=typeof requestAnimationFrame==`function`;function ze(e){var t,n=function(){clearTimeout(r),Re&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Re&&(t=requestAnimationFrame(n))}function Be(e){e!=1&&be==D.requestAnimationFrame||((be=D.requestAnimationFrame)||ze)(Le)}function Ve(e){var t=E,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),E=t}function He(e){var t=E;e.__c=e.__(),E=t}function Ue(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!xe(t,e[n])})}function We(e,t){return typeof t==`function`?t(e):t}var Ge=Symbol.for(`preact-signals`);function Ke(){if(Ze>1)Ze--;else{var e,t=!1;for((function(){var e=tt;for(tt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();Xe!==void 0;){var n=Xe;for(Xe=void 0,Qe++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&at(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(Qe=0,Ze--,t)throw e}}function qe(e){if(Ze>0)return e();et=++$e,Ze++;try{return e()}finally{Ke()}}var Je,k=void 0;function Ye(e){var t=k,n=Je;k=void 0,Je=void 0;try{return e()}finally{k=t,Je=n}}var Xe=void 0,Ze=0,Qe=0,$e=0,et=0,tt=void 0,nt=0;function rt(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=Ge,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?Ye(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&Ye(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return mt(function(){var n=t.value;Ye(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return Ye(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=rt(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Qe>100)throw Error(`Cycle detected`);(function(e){Ze!==0&&Qe===0&&e.l!==et&&(e.l=et,tt={S:e,v:e.v,i:e.i,o:tt})})(this),this.v=e,this.i++,nt++,Ze++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ke()}}}});function it(e,t){return new A(e,t)}function at(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function ot(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function st(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function ct(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=nt-1,this.f=4}ct.prototype=new A,ct.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===nt))return!0;if(this.g=nt,this.f|=1,this.i>0&&!at(this))return this.f&=-2,!0;var e=k;try{ot(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,st(this),this.f&=-2,!0},ct.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},ct.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},ct.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(ct.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=rt(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function lt(e,t){return new ct(e,t)}function ut(e){var t=e.j;if(e.j=void 0,typeof t==`function`){Ze++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,dt(e),t}finally{k=n,Ke()}}}function dt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,ut(e)}function ft(e){if(k!==this)throw Error(`Out-of-order effect`);st(this),k=e,this.f&=-2;try{8&this.f&&dt(this)}finally{Ke()}}function pt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Je&&Je.push(this)}pt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},pt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,ut(this),ot(this),Ze++;var e=k;return k=this,ft.bind(this,e)},pt.prototype.N=function(){2&this.f||(this.f|=2,this.u=Xe,Xe=this)},pt.prototype.d=function(){this.f|=8,1&this.f||dt(this)},pt.prototype.dispose=function(){this.d()};function mt(e,t){var n=new pt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var ht,gt,_t=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,vt=[];mt(function(){ht=this.N})();function yt(t,n){e[t]=n.bind(null,e[t]||function(){})}function bt(e){if(gt){var t=gt;gt=void 0,t()}gt=e&&e.S()}function xt(e){var t=this,r=e.data,i=Ct(r);i.name=`ReactiveDom`,i.value=r;var a=Fe(function(){for(var e=t,r=t.__v;r=r.__;)if(r.__c){r.__c.__$f|=4;break}var a=lt(function(){var e=i.value.value;return e===0?0:!0===e?``:e||``}),o=lt(function(){return!Array.isArray(a.value)&&!n(a.value)}),s=mt(function(){if(this.N=Et,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}xt.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:y(x,null).constructor},type:{configurable:!0,value:xt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),yt(`__b`,function(e,t){if(bt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),yt(`__r`,function(e,t){if(e(t),t.type!==x){bt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return mt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;_t&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),bt(n)}}),yt(`__e`,function(e,t,n,r){bt(),e(t,n,r)}),yt(`diffed`,function(e,t){bt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=St(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function St(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=it(n);return{o:function(e,t){a.value=e,r=t},d:mt(function(){this.N=Et;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}yt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),yt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),S.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Ct(e,t){return Fe(function(){return it(e,t)},[])}var wt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Tt(){qe(function(){for(var e;e=vt.shift();)ht.call(e)})}function Et(){vt.push(this)===1&&(e.requestAnimationFrame||wt)(Tt)}var Dt=`/explorer/`;function Ot(e,t){let[n=``,...r]=(e.startsWith(Dt)?e.slice(10):``).split(`/`).map(jt),i={};for(let[e,n]of new URLSearchParams(t))n!==``&&(i[e]=n);return{page:n,id:r.join(`/`),keys:i}}function kt({page:e,id:t,keys:n}){let r=Dt+encodeURIComponent(e)+(t===``?``:`/${encodeURIComponent(t)}`),i=Object.keys(n).sort().map(e=>`${encodeURIComponent(e)}=${encodeURIComponent(n[e]??``).replaceAll(`%2C`,`,`).replaceAll(`%3A`,`:`)}`).join(`&`);return i===``?r:`${r}?${i}`}function At(e){let t={};for(let[n,r]of Object.entries(e))r!=null&&r!==``&&(t[n]=r);return t}function jt(e){try{return decodeURIComponent(e)}catch{return e}}function Mt(e){if(e===void 0||!/^\d{4}-\d{2}-\d{2}$/.test(e))return!1;let t=new Date(`${e}T00:00:00Z`);return!Number.isNaN(t.getTime())&&t.toISOString().slice(0,10)===e}function Nt(e,t){let n=t.find(t=>t===e);return{value:n??t[0],fell:e!==void 0&&n===void 0}}var j=it(Ot(location.pathname,location.search)),Pt=lt(()=>j.value.page),Ft=lt(()=>j.value.id),M=lt(()=>j.value.keys);addEventListener(`popstate`,()=>{j.value=Ot(location.pathname,location.search)});function It(e){let t=new URL(e,location.href);history.pushState(null,``,t.pathname+t.search),j.value=Ot(t.pathname,t.search),scrollTo(0,0)}var Lt;function N(e,t=`push`){let n=j.value,r={...n,keys:At({...n.keys,...e})};j.value=r,clearTimeout(Lt),t===`push`?history.pushState(null,``,kt(r)):Lt=setTimeout(()=>history.replaceState(null,``,kt(j.value)),120)}var Rt=[`date`,`scn`,`conf`,`rel`,`theme`];function P(e,t,n={}){let r={};for(let e of Rt)r[e]=M.value[e]??null;return kt({page:e,id:t??``,keys:At({...r,...n})})}var zt=`lodestone-theme`;function Bt(){try{return localStorage.getItem(zt)}catch{return null}}function Vt(){let e=M.value.theme??Bt();return e===`light`||e===`dark`?e:`system`}function Ht(e){try{localStorage.setItem(zt,e)}catch{}}mt(()=>{let e=Vt();document.documentElement.style.colorScheme=e===`system`?`light dark`:e});var Ut=new Map,Wt=200;function Gt(e,t){let n=JSON.stringify({query:e.toString(),variables:t}),r=Ut.get(n);if(r!==void 0)return r;let i=Kt(n);return Ut.set(n,i),Ut.size>Wt&&Ut.delete(Ut.keys().next().value??``),i.then(e=>{e.data===null&&Ut.delete(n)}),i}async function Kt(e){try{let t=await(await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/json`},body:e})).json();return{data:t.data??null,faults:t.errors??[]}}catch{return{data:null,faults:[{message:`The server cannot be reached.`,extensions:{hint:`See whether it is still running.`}}]}}}function F(e,t){let[n,r]=O(null),i=t===null?``:JSON.stringify(t);return Ne(()=>{if(i===``)return;let t=!0;return Gt(e,JSON.parse(i)).then(e=>{t&&r({of:i,answer:e})}),()=>{t=!1}},[i,e]),i===``||n===null?{data:null,faults:[],waiting:i!==``}:{...n.answer,waiting:n.of!==i}}function qt(e,t=2){return e===0?`0`:Number(e.toPrecision(t)).toLocaleString(`en-GB`,{maximumFractionDigits:12,useGrouping:!0})}function I(e){return e==null?`unknown`:e>0&&e<.005?`<0.01`:e<1&&e>=.995?`>0.99`:e===0||e===1?String(e):e.toFixed(2)}function Jt(e){return e.low===e.high?I(e.low):`${I(e.low)}–${I(e.high)}`}function Yt(e){let t=e.low===e.high?`${I(e.low)}`:`at least ${I(e.low)}, at most ${I(e.high)}`;return e.estimate===null?`${t}; no estimate`:`${t}; estimate ${I(e.estimate)}`}function Xt(e){return e.verdict===`UNKNOWN`?`unknown`:e.share.estimate===null?`no estimate`:I(e.share.estimate)}function L(e){if(e==null)return`not stated`;let t=e*100;return`${t===0?`0`:t<.1?`<0.1`:qt(t,t>=99.5&&t<100?3:2)} %`}function Zt(e){return e===0?`0 kg`:e>=1e3?`${qt(e/1e3)} t`:e>=1?`${qt(e)} kg`:e>=.001?`${qt(e*1e3)} g`:`${qt(e*1e6)} mg`}function Qt(e,t=!0){let n=e.mid??e.low??e.high;if(n===null)return`amount unknown`;let r=e.low!==null&&e.high!==null&&e.low!==e.high?`${Zt(e.low)}–${Zt(e.high)}`:Zt(n);return t?r:`${r} + unknown`}function R(e,t,n=`${t}s`){return`${e.toLocaleString(`en-GB`)} ${e===1?t:n}`}function $t(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function z(e){return Math.round(Date.parse(`${e}T00:00:00Z`)/864e5)}function en(e){return e.length===4?`${e}-01-01`:e.length===7?`${e}-01`:e}function tn(e){if(e.length===4)return`${e}-12-31`;if(e.length===7){let[t=0,n=0]=e.split(`-`).map(Number);return new Date(Date.UTC(t,n,0)).toISOString().slice(0,10)}return e}var B=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new B(`
    fragment SourceParts on Source {
  key
  title
  publisher
  url
  published
}
    `,{fragmentName:`SourceParts`}),new B(`
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
}`,{fragmentName:`RowParts`}),new B(`
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
}`,{fragmentName:`SupplyParts`}),new B(`
    fragment NodeParts on Node {
  __typename
  key
  name
}
    `,{fragmentName:`NodeParts`}),new B(`
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
}`,{fragmentName:`LicenceParts`}),new B(`
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
}`,{fragmentName:`ControlParts`}),new B(`
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
}`,{fragmentName:`ReceiptParts`}),new B(`
    fragment KilogramParts on KilogramInterval {
  low
  mid
  high
}
    `,{fragmentName:`KilogramParts`}),new B(`
    fragment ShareParts on ShareInterval {
  low
  high
  estimate
}
    `,{fragmentName:`ShareParts`}),new B(`
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
}`,{fragmentName:`ExposureParts`});var nn=new B(`
    query LicenceCalendar($asOf: Date, $scenario: [Edit!], $facts: FactFilter, $from: Date, $to: Date, $customers: [ID!], $holders: [ID!]) {
  view(asOf: $asOf, scenario: $scenario, facts: $facts) {
    asOf
    flags
    licenceCalendar(
      from: $from
      to: $to
      customers: $customers
      holders: $holders
      first: 60
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
      flags
      receipt {
        formula
        rowCount
        rows(first: 8) {
          ...RowParts
        }
        assumptions {
          flag
          meaning
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
}`),rn=new B(`
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
}`),an=new B(`
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
        basis
        share {
          ...ShareParts
        }
      }
      after {
        verdict
        basis
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
}`),on=new B(`
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
}`),sn=new B(`
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
    `),cn=new B(`
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
}`),ln=new B(`
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
}`),un=new B(`
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
}`),dn=new B(`
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
    `),fn=new B(`
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
}`),pn=new B(`
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
}`),mn=new B(`
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
}`),hn=new B(`
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
}`),gn=new B(`
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
}`),_n=new B(`
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
}`),vn=new B(`
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
}`),yn=new B(`
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
}`),bn=new B(`
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
}`),xn=new B(`
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
}`),Sn=new B(`
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
}`),Cn=new B(`
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
}`),wn=new B(`
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
}`),Tn=new B(`
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
    `),En=new B(`
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
}`),Dn=new B(`
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
}`),On=new B(`
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
    `),kn=Symbol.for(`pv`),An=0;Array.isArray;function V(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:kn,__v:--An,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}function jn({share:e,verdict:t,basis:n,width:r=170}){return V(`svg`,{viewBox:`0 0 ${r} 16`,width:r,height:`16`,role:`img`,"aria-label":Yt(e),children:V(Mn,{share:e,verdict:t,basis:n,width:r,height:10,y:3})})}function Mn({share:e,verdict:t,basis:n,width:r,height:i,y:a=0,x:o=0}){let s=e=>Math.round(e*r*10)/10,c=t===`NOT_EXPOSED`;return V(`g`,{children:[V(`rect`,{class:`empty`,x:o+.5,y:a+.5,width:r-1,height:i-1}),e.high>e.low&&V(`rect`,{class:`unknown`,x:o+s(e.low),y:a,width:s(e.high-e.low),height:i}),e.low>0&&V(`rect`,{class:n===`MARKET`?`market`:`exposed`,x:o,y:a,width:s(e.low),height:i}),c&&e.high===0&&V(`rect`,{class:`safe`,x:o,y:a,width:`4`,height:i}),e.estimate!==null&&t!==`UNKNOWN`&&V(Nn,{x:o+s(e.estimate),y:a+i/2})]})}function Nn({x:e,y:t}){return V(`path`,{class:`dot`,d:`M${e} ${t-6}l5 6l-5 6l-5 -6z`})}function Pn(){return V(`ul`,{class:`legend`,"aria-label":`Legend`,children:[V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`exposed`,width:`18`,height:`10`})}),`at least, by sales on record`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`market`,width:`18`,height:`10`})}),`at least, by the world market`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`unknown: can be, is not proven`]}),V(`li`,{children:[V(`svg`,{width:`12`,height:`14`,"aria-hidden":`true`,children:V(Nn,{x:6,y:7})}),`estimate under the stated assumptions`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`empty`,x:`0.5`,y:`0.5`,width:`17`,height:`9`})}),`ruled out`]})]})}var Fn=it(null);function H(e,t,n){return{title:e,value:t,rows:n,rowCount:n.length}}function In(e,t,n,r){return{title:e,value:t,...n,more:r}}var Ln=2e3;function Rn(e){if(e.length===0)return``;let t=new TextEncoder().encode(JSON.stringify(e)),n=``;for(let e of t)n+=String.fromCharCode(e);return`1.${btoa(n).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replace(/=+$/,``)}`}var zn=[`remove`,`limit`,`add`,`delay`,`control`,`licence`];function Bn(e){if(e===void 0||e===``)return[];if(!e.startsWith(`1.`))return null;try{let t=atob(e.slice(2).replaceAll(`-`,`+`).replaceAll(`_`,`/`)),n=JSON.parse(new TextDecoder(`utf-8`,{fatal:!0}).decode(Uint8Array.from(t,e=>e.charCodeAt(0))));return Vn(n)?n:null}catch{return null}}function Vn(e){return Array.isArray(e)&&e.length<=100&&e.every(e=>{if(typeof e!=`object`||!e)return!1;let t=Object.keys(e);return t.length===1&&zn.includes(t[0]??``)})}var Hn=[`LOW`,`MEDIUM`,`HIGH`],Un=lt(()=>Bn(M.value.scn)),Wn=lt(()=>Mt(M.value.date)?M.value.date:void 0),Gn=lt(()=>Nt(M.value.conf,Hn).value),U=lt(()=>{let e={};return Wn.value!==void 0&&(e.asOf=Wn.value),Un.value!==null&&Un.value.length>0&&(e.scenario=Un.value),Gn.value!==`LOW`&&(e.facts={minConfidence:Gn.value}),e}),Kn=lt(()=>{let e=[];return M.value.date!==void 0&&Wn.value===void 0&&e.push(`“${M.value.date}” is no day of the calendar, so the page shows today.`),Un.value===null&&e.push(`The what-if in this link cannot be read, so the page shows the world as it is on record.`),Nt(M.value.conf,Hn).fell&&e.push(`“${M.value.conf}” is no level of confidence, so all rows count.`),e}),qn={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`not exposed`,NO_LICENCE:`no licence`,EXEMPT_REPORT:`no licence, but a report`,INDIVIDUAL_NO_TIME_LIMIT:`individual licence, no time limit`,INDIVIDUAL:`individual licence`,GENERAL_ELIGIBLE:`individual licence, general possible`,GENERAL_LICENCE:`general licence`,CASE_BY_CASE:`case by case`,REFUSED_IN_PRINCIPLE:`refused in principle`,PROHIBITED:`barred`,ACTIVE:`in force`,REVIVED:`in force by the letter, not verified`,NOT_YET:`not yet in force`,RAMP_UP:`ramping up`,CONSTRUCTION:`being built`,OEM:`maker of finished goods`,ICE_VEHICLE:`combustion vehicle`,EV:`electric vehicle`,SENSITIVE_CHIP_AI:`sensitive chips and AI`,KG_PER_KG:`kg per kg`,KG_PER_UNIT:`kg per piece`,UNIT_PER_UNIT:`pieces per piece`,KG_PER_MW:`kg per MW`,UNIT_PER_MW:`pieces per MW`,NON_RARE_EARTH:`not a rare earth`};function W(e){return e==null?`not stated`:qn[e]??e.toLowerCase().replaceAll(`_`,` `)}function Jn(e){return e.charAt(0).toUpperCase()+e.slice(1)}var Yn=[`EXPOSED`,`LINKED`,`IMPLIED`,`UNKNOWN`,`NOT_EXPOSED`],Xn={EXPOSED:`stated shares reach the target`,LINKED:`a chain on record reaches it; its share is not stated`,IMPLIED:`no chain on record; recipe and world market give an estimate`,UNKNOWN:`nobody can say`,NOT_EXPOSED:`proven to stay clear`},Zn=[`MINE`,`CONCENTRATION`,`SEPARATION`,`METAL`,`ALLOY`,`MAGNET`,`MOTOR`,`COMPONENT`,`ASSEMBLY`,`RECYCLING`],Qn=[`UNKNOWN`,`CIVILIAN`,`MILITARY`,`SENSITIVE_CHIP_AI`,`HUMANITARIAN`],$n=[`LOW`,`MEDIUM`,`HIGH`],er={MINE:`mines`,CONCENTRATION:`concentrators`,SEPARATION:`refiners`,METAL:`metal makers`,ALLOY:`alloy makers`,MAGNET:`magnet makers`,MOTOR:`motor makers`,COMPONENT:`component makers`,ASSEMBLY:`assemblers`,RECYCLING:`recyclers`},tr={Element:`element`,Material:`material`,Component:`component`,Product:`product`,Firm:`firm`,Control:`control`};function nr(e){return tr[e]??`record`}function rr(e){let t=e.replace(/([a-z])([A-Z])/g,`$1 $2`).toLowerCase();return e===`Facility`?`plant`:e===`ItemGroup`?`group`:t}var ir=[`ELEMENT`,`MATERIAL`,`COMPONENT`,`PRODUCT`,`ITEM_GROUP`,`FIRM`,`FACILITY`,`COUNTRY`,`REGION`,`CONTROL`,`LICENCE_TYPE`,`EVENT`,`PROCUREMENT_RULE`];function ar(e){return{PAST_HORIZON:`the day lies after the newest source`,RULES_NOT_CHECKED:`the day lies after the newest dated fact on controls`,SUSPENSION_EXPIRED_UNVERIFIED:`rests on a control whose suspension has run out; what followed is not known`,EQUAL_SPLIT:`unstated shares split in equal parts`,IMPRECISE_DATE:`a date is known to the month or year only`,TAKEN_AS_CIVILIAN:`end use decided as civilian`,INCOMPLETE:`some quantities on the way are not stated`,LUMP_APART:`a total that names no element is reported apart`,NO_RECIPE:`the data do not say what it is made of`,SOURCE_UNDATED:`some sources state no date`,END_COMPUTED:`the end is computed from how long its kind is valid`}[e]??W(e)}function or(e){return e==null?`unknown`:W(e)}function sr(e){return e===`PROHIBITED`||e===`REFUSED_IN_PRINCIPLE`?`exposed`:e===`NO_LICENCE`||e===`EXEMPT_REPORT`?`safe`:`suspended`}function G({of:e}){return V(K,{to:P(nr(e.__typename),e.key),children:e.name})}function cr({of:e,none:t=`none on record`}){return e.length===0?V(`span`,{class:`unknown`,children:t}):V(`ul`,{class:`inline`,children:e.map(e=>V(`li`,{children:V(G,{of:e})},e.key))})}function K({to:e,children:t,current:n,className:r}){return V(`a`,{href:e,class:r,"aria-current":n===!0?`page`:void 0,onClick:t=>{t.button!==0||t.metaKey||t.ctrlKey||t.shiftKey||t.altKey||(t.preventDefault(),It(e))},children:t})}function lr(e,t,n,r,i){let a=`Dependence of ${e} on ${ur(n)}`;return{title:a,value:``,load:async()=>{let{data:e}=await Gt(pn,{...U.value,id:t,to:n,element:r??null,endUse:i??null}),o=e?.view.exposure?.nodes[0];return o===void 0?null:In(a,`${W(o.verdict)}: ${Yt(o.share)}`,o.receipt,V(dr,{of:o}))}}}function ur(e){return[...e.countries??[],...(e.stages??[]).map(e=>`at ${W(e)}`),...e.firms??[],...e.facilities??[],...e.items??[],...e.controls??[]].join(` `)}function dr({of:e}){return V(x,{children:[V(`p`,{children:[`Known `,L(e.coverage.known),`, assumed `,L(e.coverage.assumed),`, unknown `,L(e.coverage.unknown),`; basis:`,` `,W(e.basis),`.`]}),e.paths.nodes.map((e,t)=>V(`div`,{children:[V(`h3`,{children:t===0?`Best chain on record`:`Next chain`}),e.hops.map((e,t)=>V(`div`,{class:`hop`,children:[V(`span`,{class:`quiet`,children:W(e.kind)}),` `,V(G,{of:e.from}),` → `,V(G,{of:e.to}),e.share!==null&&`, ${I(e.share)}${e.stated?``:` (not stated)`}`,e.rows.length>0&&V(`div`,{class:`quiet`,children:[e.rows.map(e=>`${e.file}:${e.line}`).join(`, `),e.confidence!==null&&`, confidence ${W(e.confidence)}`]})]},t))]},t)),e.paths.truncated&&V(`p`,{class:`quiet`,children:`More chains exist than are listed.`}),e.steps.length>0&&V(x,{children:[V(`h3`,{children:`World market at each step`}),V(`ul`,{class:`plain`,children:e.steps.map(e=>V(`li`,{children:[V(G,{of:e.item}),`: `,L(e.share),e.lowest!==e.most&&` (${L(e.lowest)} to ${L(e.most)} by source)`,`, `,W(e.stage),`,`,` `,e.year,`, `,e.source.publisher,`, confidence `,W(e.confidence)]},`${e.item.key} ${e.stage}`))})]})]})}function fr(e,t){return`\uFEFF${[e,...t].map(e=>e.map(pr).join(`,`)).join(`\r
`)}\r\n`}function pr(e){if(e==null)return``;if(typeof e==`number`)return String(e);let t=/^[=+\-@\t\r]/.test(e)&&!/^[+-]?\d+(\.\d+)?$/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll(`"`,`""`)}"`:t}function mr(e,t,n){let r=typeof t==`string`?new Blob([t],{type:n}):t,i=document.createElement(`a`);i.href=URL.createObjectURL(r),i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(i.href),1e3)}function hr(e,t){return`lodestone-${e.toLowerCase().normalize(`NFKD`).replace(/\p{M}/gu,``).replace(/[^a-z0-9]+/g,`-`).replace(/^-|-$/g,``).slice(0,60)||`table`}.${t}`}var gr=`/explorer/assets/source-sans-3-latin-wght-normal-Bo_j9asI.woff2`,_r=`/explorer/assets/source-serif-4-latin-wght-normal-DMe4EKeb.woff2`,vr=[`fill`,`fill-opacity`,`stroke`,`stroke-width`,`stroke-dasharray`,`stroke-opacity`,`opacity`,`font-family`,`font-size`,`font-weight`,`text-anchor`,`dominant-baseline`,`paint-order`];async function yr(e,t){let n=e.viewBox.baseVal,r=n.width||e.clientWidth,i=n.height||e.clientHeight,a=i+44+24+t.lines.length*16,o=e.cloneNode(!0);xr(e,o);let s=Tr(`--paper`),c=Tr(`--ink`),l=Tr(`--ink-2`),u=t.lines.map((e,t)=>`<text x="0" y="${44+i+26+t*16}" font-size="12" fill="${l}" font-family="Source Sans 3, sans-serif">${Er(e)}</text>`),d=new XMLSerializer().serializeToString(o).replace(/^<svg[^>]*>/,``).replace(/<\/svg>$/,``);return{text:[`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -12 ${r+48} ${a+24}" width="${r+48}" height="${a+24}">`,`<title>${Er(t.title)}</title>`,`<defs><style>${await Cr()}</style>${Sr()}</defs>`,`<rect x="-24" y="-12" width="${r+48}" height="${a+24}" fill="${s}"/>`,`<text x="0" y="22" font-size="20" font-weight="600" fill="${c}" font-family="Source Serif 4, serif">${Er(t.title)}</text>`,`<g transform="translate(0 44)">${d}</g>`,...u,`</svg>`].join(``),width:r+48,height:a+24}}async function br(e,t){let{text:n,width:r,height:i}=await yr(e,t),a=URL.createObjectURL(new Blob([n],{type:`image/svg+xml`}));try{let e=new Image;e.src=a,await e.decode();let t=document.createElement(`canvas`);t.width=Math.round(r*2),t.height=Math.round(i*2);let n=t.getContext(`2d`);if(n===null)throw Error(`this browser draws no pictures`);return n.drawImage(e,0,0,t.width,t.height),await new Promise((e,n)=>t.toBlob(t=>t===null?n(Error(`no picture`)):e(t),`image/png`))}finally{URL.revokeObjectURL(a)}}function xr(e,t){let n=getComputedStyle(e);for(let e of vr){let r=n.getPropertyValue(e);r!==``&&r!==`none`&&r!==`normal`?t.setAttribute(e,r.replace(/url\("?[^#]*(#[^")]+)"?\)/,`url($1)`)):(e===`fill`||e===`stroke`)&&t.setAttribute(e,`none`)}t.removeAttribute(`class`),t.removeAttribute(`tabindex`);for(let n=0;n<e.children.length;n++){let[r,i]=[e.children[n],t.children[n]];r!==void 0&&i!==void 0&&xr(r,i)}}function Sr(){let e=document.querySelector(`#patterns defs`);if(e===null)return``;let t=e.cloneNode(!0);return xr(e,t),new XMLSerializer().serializeToString(t).replace(/^<defs[^>]*>/,``).replace(/<\/defs>$/,``)}async function Cr(){let[e,t]=await Promise.all([wr(gr),wr(_r)]);return`@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${e})}@font-face{font-family:"Source Serif 4";font-weight:200 900;src:url(${t})}`}async function wr(e){let t=new Uint8Array(await(await fetch(e)).arrayBuffer()),n=``;for(let e of t)n+=String.fromCharCode(e);return`data:font/woff2;base64,${btoa(n)}`}function Tr(e){let t=document.createElement(`span`);t.style.color=`var(${e})`,document.body.append(t);let n=getComputedStyle(t).color;return t.remove(),n}function Er(e){return e.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`)}var Dr=it(void 0),Or=it(void 0),kr=it(``);function Ar(){let e=j.value,t={...e.keys};return Or.value!==void 0&&(t.date=Or.value),Dr.value!==void 0&&(t.rel=Dr.value),location.origin+kt({...e,keys:t})}async function jr(){try{return await navigator.clipboard.writeText(Ar()),!0}catch{return!1}}function Mr(e,t,n){return[...e].sort((e,r)=>{let[i,a]=[t(e)??null,t(r)??null];if(i===null||a===null)return i===a?0:i===null?1:-1;let o=typeof i==`number`&&typeof a==`number`?i-a:String(i).localeCompare(String(a),`en`);return n?-o:o})}function Nr({name:e,columns:t,rows:n,most:r=50,none:i=`Nothing on record.`}){let[a,o]=O(null),[s,c]=O(!1),l=t.filter(e=>e.fileOnly!==!0),u=a===null?n:Mr(n,l[a.at]?.value??(()=>null),a.down),d=s?u:u.slice(0,r);return n.length===0?V(`p`,{class:`quiet`,children:i}):V(x,{children:[V(`section`,{class:`scroll`,tabIndex:0,"aria-label":`Table: ${e}`,children:V(`table`,{children:[V(`caption`,{class:`away`,children:e}),V(`thead`,{children:V(`tr`,{children:l.map((e,t)=>V(`th`,{scope:`col`,class:e.numeric===!0?`n`:void 0,"aria-sort":a?.at===t?a.down?`descending`:`ascending`:`none`,children:V(`button`,{type:`button`,onClick:()=>o(a?.at===t?{at:t,down:!a.down}:{at:t,down:e.numeric===!0}),children:[e.head,V(`span`,{"aria-hidden":`true`,children:a?.at===t?a.down?` ↓`:` ↑`:``})]})},e.head))})}),V(`tbody`,{children:d.map((e,t)=>V(`tr`,{children:l.map(t=>V(`td`,{class:t.bar===!0?`bar`:t.numeric===!0?`n`:void 0,children:t.cell===void 0?t.value(e):t.cell(e)},t.head))},t))})]})}),u.length>d.length&&V(`p`,{class:`noprint`,children:V(`button`,{type:`button`,onClick:()=>c(!0),children:[`Show `,u.length-d.length,` more of `,u.length]})})]})}var Pr=it(``);function q({title:e,heading:t=!0,note:n,legend:r,children:i,caption:a,columns:o,rows:s,sources:c,most:l,none:u}){let d=Pe(null),f=i!==void 0,p=!f||M.value.table===`1`,m=()=>d.current?.querySelector(`svg.chart`)??null,h=()=>({title:e,lines:[`As of ${Or.value??`today`} · Lodestone release ${Dr.value??`unknown`}`]}),g=async()=>{let t=m();t!==null&&(mr(hr(e,`svg`),(await yr(t,h())).text,`image/svg+xml`),Pr.value=`SVG saved`)},_=async()=>{let t=m();t!==null&&(mr(hr(e,`png`),await br(t,h()),`image/png`),Pr.value=`PNG saved`)},v=()=>{let t=[...o.map(e=>e.head),`sources`,`as of`,`release`],n=s.map(e=>[...o.map(t=>t.value(e)),c?.(e).join(` `)??null,Or.value??null,Dr.value??null]);mr(hr(e,`csv`),fr(t,n),`text/csv`),Pr.value=`CSV saved`};return V(`section`,{class:`part`,children:[t&&V(`h2`,{children:e}),n!==void 0&&V(`p`,{class:`quiet`,children:n}),V(`figure`,{children:[f&&r,f&&V(`div`,{ref:d,class:`scroll`,children:i}),p&&V(`div`,{class:f?`behind`:void 0,children:V(Nr,{name:e,columns:o,rows:s,...l===void 0?{}:{most:l},...u===void 0?{}:{none:u}})}),s.length>0&&V(`div`,{class:`caption`,children:[V(`p`,{children:a}),V(`div`,{class:`buttons`,children:[f&&V(x,{children:[V(`button`,{type:`button`,"aria-pressed":p,onClick:()=>N({table:p?null:`1`}),children:`Table`}),V(`button`,{type:`button`,onClick:g,children:`SVG`}),V(`button`,{type:`button`,onClick:_,children:`PNG`})]}),V(`button`,{type:`button`,onClick:v,"aria-label":`CSV: ${e}`,children:`CSV`}),t||V(`button`,{type:`button`,onClick:async()=>{Pr.value=await jr()?`Link copied`:`The link could not be copied`,kr.value=Pr.value},children:`Copy link`})]})]})]})]})}function J({receipt:e,children:t}){return V(`button`,{type:`button`,class:`num`,title:`Open the receipt: rows, sources and confidence`,onClick:()=>{Fn.value=e()},children:t})}function Y({what:e=`unknown`}){return V(`span`,{class:`unknown`,children:e})}function X({title:e,children:t}){let n=Pe(null),{page:r,id:i}=j.value;return Ne(()=>{document.title=`${e} · Lodestone`},[e]),Ne(()=>{(r!==Fr.page||i!==Fr.id)&&(n.current?.focus({preventScroll:!0}),Fr={page:`\0`,id:``})},[r,i]),V(x,{children:[V(`h1`,{ref:n,tabIndex:-1,children:e}),t!==void 0&&V(`p`,{class:`subtitle`,children:t})]})}var Fr={page:j.value.page,id:j.value.id};function Z({of:e}){return e.length===0?null:V(`div`,{class:`notice fault`,role:`alert`,children:e.slice(0,3).map(e=>V(`p`,{children:[e.message,e.extensions?.hint===void 0?``:` ${e.extensions.hint}`]},e.message))})}function Ir({of:e}){return e.length===0?null:V(`p`,{class:`notice`,children:[V(`b`,{children:`Caution:`}),` `,e.map(ar).join(`; `),`.`]})}function Q(){return V(`p`,{class:`wait`,role:`status`,children:`Asking…`})}var Lr={EXPOSED:`exposed`,LINKED:`linked`,IMPLIED:`implied`,UNKNOWN:`unknown`,NOT_EXPOSED:`safe`};function Rr({verdict:e,certainty:t}){return V(`span`,{class:`pill ${Lr[e]}`,children:[W(e),t===`POSSIBLE`?`, possible`:t===`CERTAIN`?`, certain`:``]})}var zr={ACTIVE:`exposed`,SUSPENDED:`suspended`,REVIVED:`unknown`,NOT_YET:``,ENDED:``};function Br({state:e}){return e==null?V(`span`,{class:`pill unknown`,children:`unknown`}):V(`span`,{class:`pill ${zr[e]}`,children:W(e)})}function Vr({outcome:e}){return V(`span`,{class:`pill ${sr(e)}`,children:W(e)})}var Hr={OPEN:`safe`,DELAYED:`suspended`,CLOSED:`exposed`,UNVERIFIED:`unknown`};function Ur({passage:e}){return V(`span`,{class:`pill ${e==null?`unknown`:Hr[e]}`,children:or(e)})}function Wr(e,t){return e.mid===null&&e.low===null&&e.high===null?`MASS_UNKNOWN`:t?`KNOWN`:`KNOWN_IN_PART`}function $(e){return[...new Set(e.flatMap(e=>e.source===null?[]:[e.source.key]))]}function Gr(e,t=1144){let[n,r]=O(Math.min(t,Math.max(300,document.documentElement.clientWidth-56)));return Ne(()=>{let t=e.current;if(t===null)return;let n=new ResizeObserver(([e])=>{let t=Math.floor(e?.contentRect.width??0);t>0&&r(t)});return n.observe(t),()=>n.disconnect()},[e]),n}function Kr({label:e,layout:t,least:n=300}){let r=Pe(null),i=Math.max(n,Gr(r)),{height:a,marks:o,behind:s,front:c}=t(i),[l,u]=O(-1),[d,f]=O(-1),p=Ie(),m=o[l],h=m??o[d];return V(`div`,{ref:r,class:`drawing`,onMouseLeave:()=>f(-1),children:[V(`svg`,{role:`listbox`,tabindex:0,class:`chart`,viewBox:`0 0 ${i} ${a}`,width:i,height:a,"aria-label":`${e}. Arrows walk the marks, Enter opens`,"aria-activedescendant":m===void 0?void 0:`${p}-${l}`,onKeyDown:e=>{let t=e.key===`ArrowDown`||e.key===`ArrowRight`?1:e.key===`ArrowUp`||e.key===`ArrowLeft`?-1:0;t!==0&&o.length>0?(e.preventDefault(),u(e=>Math.max(0,Math.min(o.length-1,e+t)))):e.key===`Home`||e.key===`End`?(e.preventDefault(),u(e.key===`Home`?0:o.length-1)):(e.key===`Enter`||e.key===` `)&&(e.preventDefault(),m?.open?.())},onBlur:()=>u(-1),children:[s,o.map((e,t)=>V(x,{children:V(`g`,{id:`${p}-${t}`,role:`option`,"aria-label":e.label,"aria-selected":t===l,onClick:e.open,onMouseEnter:()=>f(t),class:e.open===void 0?void 0:`opens`,children:[e.open!==void 0&&V(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`clear`}),t===l&&V(`rect`,{x:e.x,y:e.y,width:e.width,height:e.height,class:`here`,rx:`2`}),e.draw]})},e.key)),c]}),h!==void 0&&V(qr,{mark:h,width:i})]})}function qr({mark:e,width:t}){return V(`div`,{class:`tip`,style:{left:`${Math.max(0,Math.min(e.x,t-340))}px`,top:`${e.y+e.height+4}px`},"aria-hidden":`true`,children:e.tip??e.label})}function Jr(e,t,n=6.3){let r=Math.max(3,Math.floor(t/n));return e.length<=r?e:`${e.slice(0,r-1).trimEnd()}…`}function Yr({low:e,high:t}){return e===null||t===null?V(Y,{}):e===t?e.toFixed(2):`${e.toFixed(2)}–${t.toFixed(2)}`}function Xr({id:e,name:t}){let{data:n}=F(bn,{...U.value,id:e}),r=(n?.view.concentration??[]).filter(e=>e.parties.length>0);if(r.length===0)return null;let i=r.reduce((e,t)=>(t.parties[0]?.share??0)>(e?.parties[0]?.share??0)?t:e,null),a=i?.parties[0];return V(q,{title:i===null||a===void 0?`Who makes it world-wide`:`${a.node.name} makes ${L(a.share)} of the world's ${i.item.name} (${W(i.stage)})`,rows:r,most:12,columns:[{head:`item`,value:e=>e.item.name,cell:e=>V(G,{of:e.item})},{head:`step`,value:e=>e.stage,cell:e=>W(e.stage)},{head:`year`,numeric:!0,value:e=>e.figureYear},{head:`largest shares`,value:e=>e.parties.map(e=>`${e.node.key} ${e.share}`).join(`; `),cell:e=>V(`ul`,{class:`inline`,children:[e.parties.slice(0,4).map(t=>V(`li`,{children:[V(G,{of:t.node}),` `,V(J,{receipt:()=>H(`${t.node.name}: ${e.item.name}, ${W(e.stage)}`,L(t.share),t.rows),children:L(t.share)})]},t.node.key)),e.rest>0&&V(`li`,{children:V(Y,{what:`nobody named ${L(e.rest)}`})})]})},{head:`HHI`,numeric:!0,value:e=>e.hhi.low,cell:e=>Yr(e.hhi)},{head:`published by`,value:e=>e.source?.publisher??null}],sources:e=>$(e.parties.flatMap(e=>e.rows)),caption:`World market of ${t}, or of items that hold it: one publication a row, never averaged. HHI from 0 to 1.`})}function Zr(e,t){if(t===void 0)return e;let n={EXPOSED:`${e} depends on China by stated shares`,LINKED:`${e} is tied to China by a chain on record`,IMPLIED:`${e} depends on China by recipe and world market`,UNKNOWN:`Whether ${e} depends on China is unknown`,NOT_EXPOSED:`${e} is proven clear of China`},r=t.share.estimate===null||t.verdict===`UNKNOWN`||t.verdict===`NOT_EXPOSED`?``:`: ${I(t.share.estimate)} of the need`;return n[t.verdict]+r}function Qr({asked:e,name:t,id:n}){let{data:r,faults:i}=e;if(r===null)return i.length>0?V(Z,{of:i}):V(Q,{});let a=r.view,o=[[null,a.any],[`MINE`,a.mine],[`SEPARATION`,a.separation],[`METAL`,a.metal],[`ALLOY`,a.alloy],[`MAGNET`,a.magnet]].flatMap(([e,t])=>{let n=t?.nodes[0];return n===void 0?[]:[{stage:e,found:n}]}),s=e=>e.stage===null?`any stage`:W(e.stage),c=e=>lr(t,n,e.stage===null?{countries:[`CN`]}:{countries:[`CN`],stages:[e.stage]}),l=`How much of it passes China, step by step`;return V(q,{title:l,rows:o,legend:V(Pn,{}),columns:[{head:`step in China`,value:s},{head:`verdict`,value:e=>e.found.verdict,cell:e=>V(Rr,{verdict:e.found.verdict,certainty:e.found.certainty})},{head:`share`,bar:!0,value:e=>e.found.share.estimate,cell:e=>V(jn,{share:e.found.share,verdict:e.found.verdict,basis:e.found.basis})},{head:`estimate`,numeric:!0,value:e=>e.found.share.estimate,cell:e=>V(J,{receipt:()=>c(e),children:e.found.share.estimate===null||e.found.verdict===`UNKNOWN`?V(Y,{}):I(e.found.share.estimate)})},{head:`at least`,numeric:!0,value:e=>e.found.share.low,cell:e=>I(e.found.share.low)},{head:`at most`,numeric:!0,value:e=>e.found.share.high,cell:e=>I(e.found.share.high)},{head:`known`,numeric:!0,value:e=>e.found.coverage.known,cell:e=>I(e.found.coverage.known)},{head:`assumed`,numeric:!0,value:e=>e.found.coverage.assumed,cell:e=>I(e.found.coverage.assumed)},{head:`unknown`,numeric:!0,value:e=>e.found.coverage.unknown,cell:e=>I(e.found.coverage.unknown)},{head:`strongest need`,value:e=>e.found.item?.name??null,cell:e=>e.found.item===null?V(Y,{what:`none`}):V(G,{of:e.found.item})}],caption:`Share of the need that passes the step in China at any tier. Recorded chains and market estimates are never added. Enter or a click opens the receipt.`,children:V(Kr,{label:l,layout:e=>$r(o,e,s,e=>()=>Fn.value=c(e))})})}function $r(e,t,n,r){let i=t<640,a=i?100:250,o=t-110-a;return{height:22+e.length*26+2,behind:V(`g`,{children:[0,.5,1].map(t=>V(`g`,{children:[V(`line`,{class:`line`,x1:110+t*o,x2:110+t*o,y1:18,y2:22+e.length*26}),V(`text`,{class:`tick`,x:110+t*o,y:12,"text-anchor":`middle`,children:t})]},t))}),marks:e.map((e,a)=>{let s=22+a*26,{found:c}=e,l=Jn(n(e)),u=Xt(c),d=i?`${W(c.verdict)} ${u}`:`${Jn(W(c.verdict))} · ${u} in ${Jt(c.share)}`;return{key:l,label:`${l}${d}, ${Yt(c.share)}`,tip:`${l}: ${W(c.verdict)}; ${Yt(c.share)}. ${Xn[c.verdict]}.`,open:r(e),x:0,y:s,width:t,height:26,draw:V(`g`,{children:[V(`text`,{class:e.stage===null?`label name`:`label`,x:0,y:s+17,children:l}),V(Mn,{share:c.share,verdict:c.verdict,basis:c.basis,x:110,y:s+6,width:o,height:13}),V(`text`,{class:`tick`,x:110+o+14,y:s+17,children:d})]})}})}}var ei=[`UNKNOWN`,`CIVILIAN`,`MILITARY`];function ti(){let{data:e,faults:t,waiting:n}=F(vn,{...U.value,id:Ft.value}),r=Nt(M.value.enduse,ei).value,i=F(mn,{...U.value,id:Ft.value,country:`CN`,endUse:r}),a=e?.view.item??null;if(a===null)return V(x,{children:[V(X,{title:n?`Asking…`:`There is no item of that name`}),n&&V(Q,{}),V(Z,{of:t})]});let o=a.__typename===`Element`;return V(x,{children:[V(X,{title:o?`${a.name} (${a.symbol}): where it goes, and who holds it`:Zr(a.name,i.data?.view.any?.nodes[0]),children:[ni(a),a.aliases.length>0&&V(x,{children:[` Also: `,a.aliases.map(e=>e.text).join(`, `),`.`]})]}),V(Z,{of:t}),!o&&V(Qr,{asked:i,name:a.name,id:a.key}),!o&&V(ri,{item:a}),o&&V(oi,{item:a}),!o&&V(si,{asked:i.data,endUse:r}),V(li,{item:a}),V(di,{item:a}),V(Xr,{id:a.key,name:a.name}),V(fi,{item:a}),V(pi,{item:a}),V(mi,{item:a}),V(hi,{item:a})]})}function ni(e){let t=[rr(e.__typename)];return e.__typename===`Product`?t.push(W(e.sector),`end use: ${W(e.endUse)}`):e.__typename===`Component`?t.push(W(e.kind)):e.__typename===`Material`?t.push(W(e.form),...e.hsCodes.length>0?[`HS ${e.hsCodes.join(`, `)}`]:[]):e.__typename===`Element`&&t.push(e.group===`NON_RARE_EARTH`?W(e.group):`${W(e.group)} rare earth`),e.unit!==null&&t.push(e.unit===`UNIT`?`counted in pieces`:`counted in ${e.unit===`KG`?`kg`:`MW`}`),`${Jn(t.join(` · `))}.${e.note===null?``:` ${e.note}.`}`}function ri({item:e}){let{data:t,faults:n}=F(yn,{...U.value,id:e.key}),r=t?.view.composition;if(r==null)return n.length>0?V(Z,{of:n}):V(Q,{});let i=r.elements,a=i.filter(e=>Wr(e.kilograms,e.complete)!==`KNOWN`).length,o=r.unit===`MW`?`megawatt`:r.unit===`KG`?`kilogram`:`piece`,s=i.length===0?`No recipe says what is in it`:a===0?`${R(i.length,`element`)} in one ${o}, all with an amount`:`${R(i.length,`element`)} in one ${o}; for ${a} the amount is not known in full`,c=t=>ii(t.element,e,Qt(t.kilograms,t.complete),o);return V(x,{children:[V(q,{title:s,rows:i,columns:[{head:`element`,value:e=>e.element.name,cell:e=>V(G,{of:e.element})},{head:`kilograms`,numeric:!0,value:e=>e.kilograms.mid,cell:e=>V(J,{receipt:()=>c(e),children:e.kilograms.mid===null&&e.kilograms.low===null?V(Y,{}):Qt(e.kilograms)})},{head:`low`,numeric:!0,fileOnly:!0,value:e=>e.kilograms.low},{head:`high`,numeric:!0,fileOnly:!0,value:e=>e.kilograms.high},{head:`state`,value:e=>Wr(e.kilograms,e.complete),cell:e=>W(Wr(e.kilograms,e.complete))},{head:`present`,value:e=>e.presence,cell:e=>e.presence===`PRESENT`?`surely`:`possibly`},{head:`through`,value:e=>e.via.map(e=>e.name).join(`; `)},{head:`confidence`,value:e=>e.confidence,cell:e=>W(e.confidence)}],sources:e=>$(e.receipt.rows),legend:V(`ul`,{class:`legend`,"aria-label":`Legend`,children:[V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:[V(`rect`,{class:`group-LIGHT`,width:`6`,height:`10`}),V(`rect`,{class:`group-MEDIUM`,x:`6`,width:`6`,height:`10`}),V(`rect`,{class:`group-HEAVY`,x:`12`,width:`6`,height:`10`})]}),`amount: light, medium, heavy rare earth`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`group-NON_RARE_EARTH`,width:`18`,height:`10`})}),`other element`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`and an amount that is not known`]})]}),none:`The data do not say what it is made of. That is unknown, not free of everything.`,caption:V(x,{children:[`Contained mass along the recipe; essential inputs add, alternatives do not. Bars share a logarithmic scale.`,r.lumps.length>0&&V(x,{children:[` `,`Besides, sources state totals that name no element, never added:`,` `,r.lumps.map((t,n)=>V(`span`,{children:[n>0&&`, `,V(J,{receipt:()=>In(`${t.item.name} in ${e.name}`,Qt(t.kilograms,t.complete),t.receipt),children:[t.item.name,`: `,Qt(t.kilograms,t.complete)]})]},t.item.key)),`.`]})]}),children:i.length>0?V(Kr,{label:s,layout:e=>ai(i,e,c)}):void 0}),V(Ir,{of:r.flags})]})}function ii(e,t,n,r){let i=`${e.name} in one ${r} of ${t.name}`;return{title:i,value:n,load:async()=>{let{data:r}=await Gt(wn,{...U.value,id:t.key,element:e.key}),a=r?.view.composition?.elements[0]?.receipt;return a===void 0?null:In(i,n,a)}}}function ai(e,t,n){let r=t<640,i=r?104:170,a=r?120:210,o=t-i-a-30,s=e.flatMap(e=>e.kilograms.mid??[]).filter(e=>e>0),c=Math.ceil(Math.log10(Math.max(.001,...s))),l=Math.min(c-2,Math.floor(Math.log10(Math.min(1,...s)))-1),u=e=>Math.max(3,(Math.log10(e)-l)/(c-l)*o),d=Array.from({length:c-l+1},(e,t)=>l+t).filter((e,t,n)=>n.length<7||t%2==0);return{height:22+e.length*24+4,behind:V(`g`,{children:d.map(t=>V(`g`,{children:[V(`line`,{class:`line`,x1:i+(t-l)/(c-l)*o,x2:i+(t-l)/(c-l)*o,y1:18,y2:22+e.length*24}),V(`text`,{class:`tick`,x:i+(t-l)/(c-l)*o,y:12,"text-anchor":`middle`,children:Zt(10**t)})]},t))}),marks:e.map((e,r)=>{let a=22+r*24,s=Jr(e.element.name,i-10),c=`${Qt(e.kilograms,e.complete)}${e.presence===`POSSIBLE`?` (possibly)`:``}`,l=e.kilograms.mid,d=l===null||l===0?0:u(l);return{key:e.element.key,label:`${s}${c}, ${e.element.name}`,tip:`${e.element.name}: ${c}; confidence ${W(e.confidence)}`,open:()=>{Fn.value=n(e)},x:0,y:a,width:t,height:24,draw:V(`g`,{children:[V(`text`,{class:`label`,x:0,y:a+16,children:s}),d>0&&V(`rect`,{class:`group-${e.element.group}`,x:i,y:a+5,width:d,height:13}),(!e.complete||d===0)&&V(`rect`,{class:`unknown`,x:i+d,y:a+5,width:d===0?o:26,height:13}),V(`text`,{class:`tick`,x:t,y:a+16,"text-anchor":`end`,children:c})]})}})}}function oi({item:e}){let{data:t,faults:n}=F(Cn,{...U.value,id:e.key}),r=t?.view.uses;if(r==null)return n.length>0?V(Z,{of:n}):V(Q,{});let i=r.nodes.filter(e=>e.kilogramsPerUnit.mid!==null).length;return V(q,{title:`In ${R(r.totalCount,`product`)}; for ${i} of them an amount is known`,rows:r.nodes,most:15,columns:[{head:`product`,value:e=>e.item.name,cell:e=>V(G,{of:e.item})},{head:`kilograms in one`,numeric:!0,value:e=>e.kilogramsPerUnit.mid,cell:t=>V(J,{receipt:()=>ii(e,t.item,Qt(t.kilogramsPerUnit,t.complete),`unit`),children:t.kilogramsPerUnit.mid===null?V(Y,{what:`amount unknown`}):Qt(t.kilogramsPerUnit,t.complete)})},{head:`per`,value:e=>e.item.unit,cell:e=>e.item.unit===`MW`?`MW`:e.item.unit===`KG`?`kg`:`piece`},{head:`state`,value:e=>Wr(e.kilogramsPerUnit,e.complete),cell:e=>W(Wr(e.kilogramsPerUnit,e.complete))},{head:`present`,value:e=>e.presence,cell:e=>e.presence===`PRESENT`?`surely`:`possibly`},{head:`confidence`,value:e=>e.confidence,cell:e=>W(e.confidence)}],caption:`Contained mass in one unit of the product, through any number of steps.`})}function si({asked:e,endUse:t}){let n=e?.view.any?.nodes[0]?.access;return n===void 0?V(Q,{}):V(`section`,{class:`part`,children:[V(`h2`,{children:`What China's export controls do to it`}),V(`div`,{class:`controls`,children:V(`label`,{children:[`Its use is taken as`,V(`select`,{value:t,onChange:e=>N({enduse:e.currentTarget.value===`UNKNOWN`?null:e.currentTarget.value}),children:ei.map(e=>V(`option`,{value:e,children:e===`UNKNOWN`?`not stated`:W(e)},e))})]})}),n===null?V(`p`,{children:[V(Y,{what:`unknown`}),` on this day: it lies before the record of controls.`]}):V(x,{children:[V(`p`,{children:[`Strictest state met on the way: `,V(Ur,{passage:n.state})]}),V(q,{title:`${R(n.barriers.length,`shipment`)} on the way that are not open`,heading:!1,rows:n.barriers,columns:[{head:`what crosses`,value:e=>e.item.name,cell:e=>V(G,{of:e.item})},{head:`to`,value:e=>e.destination?.name??null,cell:e=>e.destination?.name??`the world market`},{head:`passage`,value:e=>e.passage,cell:e=>V(Ur,{passage:e.passage})},{head:`needs`,value:e=>e.outcome,cell:e=>W(e.outcome)},{head:`review`,value:e=>e.days.low===null?null:`${e.days.low}-${e.days.high??``}`,cell:e=>ci(e.days)},{head:`controls`,value:e=>e.clauses.map(e=>e.control.key).join(` `),cell:e=>V(cr,{of:e.clauses.map(e=>e.control)})}],none:`None is on record.`,caption:`Shipments over the border of China that are not open, by the written rules of the day.`})]})]})}function ci(e){return e.unlimited?`from ${e.low??0} days, without limit`:e.low===null&&e.high===null?V(Y,{}):e.low===0&&e.high===0?`none`:`${e.low??`?`}–${e.high??`?`} days`}function li({item:e}){let t=e.__typename===`Element`,n={...U.value,id:e.key},r=F(xn,t?null:n).data?.view.controls?.nodes,i=F(Sn,t?n:null).data?.view.timeline?.nodes.flatMap(({node:e})=>e?.__typename===`Control`?[e]:[]),a=t?i:r;if(a===void 0)return null;let o=a.filter(e=>e.state===`ACTIVE`).length,s=a.filter(e=>e.state===`SUSPENDED`||e.state===`REVIVED`).length;return V(q,{title:a.length===0?t?`No control on record names it or what holds it`:`No control on record names it`:`Named by ${R(a.length,`control`)}: ${o} in force, ${s} suspended or run out of suspension`,rows:a,most:12,columns:[{head:`control`,value:e=>e.name,cell:e=>V(G,{of:e})},{head:`state`,value:e=>e.state,cell:e=>V(Br,{state:e.state})},{head:`in force from`,value:e=>e.effective,cell:e=>V(J,{receipt:()=>H(e.name,e.effective,[e.row]),children:e.effective})},{head:`suspended`,value:e=>e.suspendedFrom,cell:e=>e.suspendedFrom===null?``:`${e.suspendedFrom} to ${e.suspendedUntil??`open`}`},{head:`what it does`,value:e=>e.summary}],sources:e=>$([e.row]),none:`That no control names it does not prove that it is free: see what it is made of.`,caption:t?`Controls that cover its oxides, compounds, metals, targets, or groups of them.`:`Controls that cover the item, one of its classes or groups.`})}function ui(e){return e.quantity===null&&e.quantityLow===null?V(Y,{what:`amount unknown`}):`${e.quantityLow!==null&&e.quantityHigh!==null&&e.quantityLow!==e.quantityHigh?`${qt(e.quantityLow??0,3)}–${qt(e.quantityHigh??0,3)}`:qt(e.quantity??e.quantityLow??0,3)} ${W(e.unit)}`}function di({item:e}){let t=e.inputs.nodes;if(e.__typename===`Element`)return null;let n=t.filter(e=>e.quantity===null).length;return V(q,{title:t.length===0?`What goes into it is not on record`:`${R(e.inputs.totalCount,`input`)} in its recipe; ${n} without an amount`,rows:t,most:15,columns:[{head:`input`,value:e=>e.from.name,cell:e=>V(G,{of:e.from})},{head:`amount`,numeric:!0,value:e=>e.quantity,cell:t=>V(J,{receipt:()=>H(`${t.from.name} in ${e.name}`,t.quantity===null?`amount unknown`:`${t.quantity} ${W(t.unit)}`,[t.row]),children:ui(t)})},{head:`low`,fileOnly:!0,value:e=>e.quantityLow},{head:`high`,fileOnly:!0,value:e=>e.quantityHigh},{head:`unit`,fileOnly:!0,value:e=>e.unit},{head:`state`,fileOnly:!0,value:e=>e.quantity===null?`MASS_UNKNOWN`:`KNOWN`},{head:`role`,value:e=>e.essential?`essential`:`alternative`},{head:`confidence`,value:e=>e.confidence,cell:e=>W(e.confidence)}],sources:e=>$([e.row]),none:`That is unknown, not free of everything.`,caption:`Direct inputs for one unit. Essential inputs are all needed; of alternatives any one serves.`})}function fi({item:e}){return e.outputs.nodes.length===0?null:V(q,{title:`Goes into ${R(e.outputs.totalCount,`item`)}`,rows:e.outputs.nodes,most:12,columns:[{head:`item`,value:e=>e.to.name,cell:e=>V(G,{of:e.to})},{head:`amount`,numeric:!0,value:e=>e.quantity,cell:t=>V(J,{receipt:()=>H(`${e.name} in ${t.to.name}`,t.quantity===null?`amount unknown`:String(t.quantity),[t.row]),children:ui(t)})},{head:`unit`,fileOnly:!0,value:e=>e.unit},{head:`role`,value:e=>e.essential?`essential`:`alternative`},{head:`confidence`,value:e=>e.confidence,cell:e=>W(e.confidence)}],sources:e=>$([e.row]),caption:e.outputs.totalCount>e.outputs.nodes.length?`The first ${e.outputs.nodes.length} of ${e.outputs.totalCount}.`:`Direct uses by recipe.`})}function pi({item:e}){return e.__typename===`Element`?null:V(q,{title:e.makers.nodes.length===0?`No maker is on record`:`${R(e.makers.totalCount,`maker`)} on record`,rows:e.makers.nodes,most:12,columns:[{head:`firm`,value:e=>e.firm.name,cell:e=>V(G,{of:e.firm})},{head:`country`,value:e=>e.firm.country.name},{head:`confidence`,value:e=>e.confidence,cell:t=>V(J,{receipt:()=>H(`${t.firm.name} makes ${e.name}`,W(t.confidence),[t.row]),children:W(t.confidence)})}],sources:e=>$([e.row]),none:`Somebody makes it; the data do not say who.`,caption:`The list is never complete: firms not on record may make it too.`})}function mi({item:e}){return e.substitutes.nodes.length===0?null:V(q,{title:`${R(e.substitutes.totalCount,`substitute`)} on record`,rows:e.substitutes.nodes,most:10,columns:[{head:`substitute`,value:e=>e.substitute.name,cell:e=>V(G,{of:e.substitute})},{head:`for use in`,value:e=>e.forItem?.name??null,cell:e=>e.forItem===null?`any use`:V(G,{of:e.forItem})},{head:`readiness`,value:e=>e.readiness,cell:e=>W(e.readiness)},{head:`performance`,numeric:!0,value:e=>e.performance,cell:t=>V(J,{receipt:()=>H(`${t.substitute.name} for ${e.name}`,t.performance===null?`performance unknown`:`${t.performance} %`,[t.row]),children:t.performance===null?V(Y,{}):`${t.performance} %`})},{head:`remark`,value:e=>e.note}],sources:e=>$([e.row]),caption:`Performance against the original; unknown where nobody states it.`})}function hi({item:e}){return e.classes.length+e.grades.length+e.groups.length===0?null:V(`section`,{class:`part`,children:[V(`h2`,{children:`Classes, grades and groups`}),V(`dl`,{class:`facts`,children:[e.classes.length>0&&V(x,{children:[V(`dt`,{children:`is a kind of`}),V(`dd`,{children:V(cr,{of:e.classes})})]}),e.grades.length>0&&V(x,{children:[V(`dt`,{children:`has kinds`}),V(`dd`,{children:V(cr,{of:e.grades})})]}),e.groups.length>0&&V(x,{children:[V(`dt`,{children:`in groups`}),V(`dd`,{children:V(cr,{of:e.groups})})]})]})]})}function gi(){let{data:e,faults:t}=F(un,{...U.value}),n=e?.view.controls;if(n==null)return V(x,{children:[V(X,{title:`Controls`}),t.length>0?V(Z,{of:t}):V(Q,{})]});let r=e=>n.nodes.filter(t=>t.state===e).length,i=`${r(`ACTIVE`)} of ${n.totalCount} controls are in force, ${r(`SUSPENDED`)} suspended, ${r(`REVIVED`)} run out of suspension and not verified`;return V(x,{children:[V(X,{title:i,children:[`On `,e?.view.asOf,`. Move the day above to see another.`]}),V(q,{title:i,heading:!1,rows:n.nodes,most:100,columns:[{head:`control`,value:e=>e.name,cell:e=>V(G,{of:e})},{head:`by`,value:e=>e.country.name},{head:`state`,value:e=>e.state,cell:e=>V(Br,{state:e.state})},{head:`in force from`,value:e=>e.effective,cell:e=>V(J,{receipt:()=>H(e.name,e.effective,[e.row]),children:e.effective})},{head:`suspended`,value:e=>e.suspendedFrom,cell:e=>e.suspendedFrom===null?``:`${e.suspendedFrom} to ${e.suspendedUntil??`open`}`},{head:`what it does`,value:e=>e.summary}],sources:e=>$([e.row]),caption:`Laws, notices and lists that restrict exports, of all countries on record.`})]})}function _i(){let{data:e,faults:t,waiting:n}=F(on,{...U.value,id:Ft.value}),r=e?.view.control??null;return r===null?V(x,{children:[V(X,{title:n?`Asking…`:`There is no control of that name`}),n&&V(Q,{}),V(Z,{of:t})]}):V(x,{children:[V(X,{title:`${r.name}: ${r.state===null?`unknown`:W(r.state)} on ${e?.view.asOf}`,children:[r.summary,` `,V(G,{of:{__typename:`Country`,...r.country}}),` · `,r.authority,` · `,r.instrument]}),V(Z,{of:t}),V(vi,{control:r}),V(Si,{control:r}),V(wi,{control:r}),V(q,{title:r.restricts.nodes.length===0?`It names no item`:`It covers ${R(r.restricts.totalCount,`item or group`,`items and groups`)}`,rows:r.restricts.nodes,most:20,columns:[{head:`item`,value:e=>e.item.name,cell:e=>V(G,{of:e.item})},{head:`asks for`,value:e=>e.regime,cell:e=>V(J,{receipt:()=>H(`${r.name}: ${e.item.name}`,W(e.regime),[e.row]),children:W(e.regime)})},{head:`control codes`,value:e=>e.controlCodes.join(` `)||null,cell:e=>e.controlCodes.join(`, `)||V(Y,{what:`not stated`})},{head:`customs codes`,value:e=>e.hsCodes.join(` `)||null,cell:e=>e.hsCodes.join(`, `)||V(Y,{what:`not stated`})},{head:`limits`,value:e=>e.scope}],sources:e=>$([e.row]),caption:`With every item below them.`}),r.listed.nodes.length>0&&V(q,{title:`It names ${R(r.listed.totalCount,`firm`)}`,rows:r.listed.nodes,most:25,columns:[{head:`firm`,value:e=>e.firm.name,cell:e=>V(G,{of:e.firm})},{head:`named as`,value:e=>e.name},{head:`country`,value:e=>e.country.name},{head:`list`,value:e=>e.list,cell:e=>V(J,{receipt:()=>H(e.name,W(e.list),[e.row]),children:W(e.list)})}],sources:e=>$([e.row])})]})}function vi({control:e}){let t=en(e.announced??e.effective),n=[t,en(e.effective)];e.suspendedFrom!==null&&n.push(en(e.suspendedFrom)),e.suspendedUntil!==null&&n.push($t(tn(e.suspendedUntil),1));let r=[...new Set(n)].sort(),i=e=>r[Math.min(e,r.length-1)]??t,a=Wn.value??Or.value??t,{data:o}=F(sn,{scenario:U.value.scenario??null,id:e.key,d1:i(0),d2:i(1),d3:i(2),d4:i(3),d5:i(4),d6:i(5),today:i(0)}),s=o?.view.control;if(s==null)return V(Q,{});let c=[s.s1,s.s2,s.s3,s.s4,s.s5,s.s6],l=$t(t,-30),u=[$t(r[r.length-1]??t,365),$t(a,30)].sort(),d=u[u.length-1]??a,f=r.map((e,t)=>({from:e,to:r[t+1]??d,state:c[t]??null})),p=z(d)-z(l),m=e=>(z(e)-z(l))/p*1e3,h=f.findLast(e=>e.from<=a);return V(`section`,{class:`part`,children:[V(`h2`,{children:`Its state, day by day`}),V(`svg`,{class:`states`,viewBox:`0 0 1000 44`,width:`100%`,height:`44`,preserveAspectRatio:`none`,role:`img`,"aria-label":f.map(e=>`from ${e.from} ${W(e.state)}`).join(`, `),children:[V(`rect`,{class:`empty`,x:`0`,y:`8`,width:`1000`,height:`20`}),f.map(e=>V(`rect`,{class:yi(e.state),x:m(e.from),y:8,width:Math.max(2,m(e.to)-m(e.from)),height:20},e.from)),V(`line`,{class:`ink`,x1:m(a),x2:m(a),y1:0,y2:36})]}),V(`input`,{type:`range`,min:z(l),max:z(d),value:z(a),"aria-label":`Day asked about`,"aria-valuetext":`${a}, ${W(h?.state??`NOT_YET`)}`,onChange:e=>N({date:$t(`1970-01-01`,Number(e.currentTarget.value))},`replace`)}),V(`ul`,{class:`legend`,"aria-label":`States`,children:f.map(t=>V(`li`,{children:[V(J,{receipt:()=>H(e.name,W(t.state),[e.row]),children:t.from}),` `,V(Br,{state:t.state})]},t.from))})]})}function yi(e){switch(e){case`ACTIVE`:return`exposed`;case`SUSPENDED`:return`suspended`;case`NOT_YET`:case`ENDED`:return`empty`;default:return`unknown`}}var bi=[`UNKNOWN`,`CIVILIAN`,`MILITARY`,`SENSITIVE_CHIP_AI`,`HUMANITARIAN`];function xi({value:e}){return V(`label`,{children:[`End use`,V(`select`,{value:e,onChange:e=>N({enduse:e.currentTarget.value===`UNKNOWN`?null:e.currentTarget.value}),children:Qn.map(e=>V(`option`,{value:e,children:e===`UNKNOWN`?`not stated`:W(e)},e))})]})}function Si({control:e}){let t=Nt(M.value.enduse,bi).value,{data:n,faults:r}=F(cn,{...U.value,id:e.key,endUse:t}),i=n?.view.exposure;if(i==null)return r.length>0?V(Z,{of:r}):V(Q,{});let a=i.nodes.filter(e=>e.verdict===`EXPOSED`||e.verdict===`LINKED`||e.verdict===`IMPLIED`),o=i.nodes.filter(e=>e.verdict===`UNKNOWN`).length,s={controls:[e.key]};return V(x,{children:[V(`div`,{class:`controls`,children:V(xi,{value:t})}),V(q,{title:`On ${n?.view.asOf} ${R(a.length,`product`)} of ${i.totalCount} wait for it or are shut out; of ${o} nobody can say`,rows:a,most:15,columns:[{head:`product`,value:e=>e.subject.name,cell:e=>V(G,{of:e.subject})},{head:`verdict`,value:e=>e.verdict,cell:e=>V(Rr,{verdict:e.verdict,certainty:e.certainty})},{head:`share`,bar:!0,value:e=>e.share.estimate,cell:e=>V(jn,{share:e.share,verdict:e.verdict,basis:e.basis})},{head:`estimate`,numeric:!0,value:e=>e.share.estimate,cell:e=>V(J,{receipt:()=>lr(e.subject.name,e.subject.key,s,void 0,t),children:Xt(e)})},{head:`through`,value:e=>e.item?.name??null,cell:e=>e.item===null?V(Y,{what:`none`}):V(G,{of:e.item})}],none:`None on this day: the control is not in force, or nothing on record crosses the border under it.`,caption:`Share of the need that crosses the border under this control and is not open.`}),V(Ir,{of:i.flags})]})}var Ci=[`US`,`DE`,`JP`,`KR`,`IN`,`TW`];function wi({control:e}){let t=e.restricts.nodes.map(e=>e.item).filter(e=>e.__typename!==`ItemGroup`),n=t.find(e=>e.key===M.value.item)??t[0],r=Nt(M.value.enduse,bi).value,i=Nt(M.value.dest,Ci).value,{data:a,faults:o}=F(ln,n===void 0||e.country.key!==`CN`?null:{...U.value,item:n.key,destination:i,endUse:r,user:null,on:null});if(n===void 0||e.country.key!==`CN`)return null;let s=(a?.view.licenceDecision??[])[0];return V(`section`,{class:`part`,children:[V(`h2`,{children:`What a shipment needs`}),V(`div`,{class:`controls`,children:[V(`label`,{children:[`Item`,V(`select`,{value:n.key,onChange:e=>N({item:e.currentTarget.value}),children:t.map(e=>V(`option`,{value:e.key,children:e.name},e.key))})]}),V(`label`,{children:[`to`,V(`select`,{value:i,onChange:e=>N({dest:e.currentTarget.value}),children:Ci.map(e=>V(`option`,{value:e,children:e},e))})]}),V(xi,{value:r})]}),V(Z,{of:o}),s!==void 0&&V(`dl`,{class:`facts`,children:[V(`dt`,{children:`outcome`}),V(`dd`,{children:[V(Vr,{outcome:s.outcome}),` `,V(Ur,{passage:s.passage})]}),V(`dt`,{children:`review`}),V(`dd`,{children:ci(s.days)}),V(`dt`,{children:`decided by`}),V(`dd`,{children:V(J,{receipt:()=>In(`${n.name} to ${i}, ${W(r)}`,W(s.outcome),s.receipt),children:[`rule `,s.rule]})}),V(`dt`,{children:`controls`}),V(`dd`,{children:V(cr,{of:s.clauses.map(e=>e.control),none:`none fired`})}),V(`dt`,{children:`why`}),V(`dd`,{children:V(`ul`,{class:`plain`,children:s.reasons.map(e=>V(`li`,{children:e},e))})}),s.doors.length>0&&V(x,{children:[V(`dt`,{children:`left to the exporter`}),V(`dd`,{children:s.doors.join(` `)})]}),s.ambiguities.length>0&&V(x,{children:[V(`dt`,{children:`left open by the sources`}),V(`dd`,{children:V(`ul`,{class:`plain`,children:s.ambiguities.map(e=>V(`li`,{children:e.text},e.number))})})]}),s.ifProlonged!==null&&V(x,{children:[V(`dt`,{children:`had the pause been prolonged`}),V(`dd`,{children:V(Vr,{outcome:s.ifProlonged})})]}),V(`dt`,{children:`rules checked until`}),V(`dd`,{children:s.checkedUntil})]}),V(Ir,{of:s?.flags??[]})]})}var Ti=[`checked`,`firms`,`products`];function Ei(){let{asOf:e,facts:t}=U.value,{data:n,faults:r}=F(dn,{asOf:e,facts:t});if(n===null)return V(x,{children:[V(X,{title:`The data`}),r.length>0?V(Z,{of:r}):V(Q,{})]});let{release:i}=n,a=i.tables.reduce((e,t)=>e+t.rows,0),o=n.view.sources;return V(x,{children:[V(X,{title:`${a.toLocaleString(`en-GB`)} rows from ${R(o?.totalCount??0,`source`)}, and what they leave open`,children:[`Release `,V(`code`,{children:i.id}),`, named by its content: equal rows have equal ids.`]}),V(Z,{of:r.filter(e=>!Ti.includes(String(e.path?.[1])))}),V(`section`,{class:`part`,children:[V(`h2`,{children:`How far it reaches`}),V(`dl`,{class:`facts`,children:[V(`dt`,{children:`newest source`}),V(`dd`,{children:[i.horizon,`; a source dated to a year counts to its end`]}),V(`dt`,{children:`controls checked until`}),V(`dd`,{children:[n.view.checked?.[0]?.checkedUntil??V(Y,{}),`; what became of them later is not in the data`]}),V(`dt`,{children:`looked at on`}),V(`dd`,{children:n.view.asOf})]})]}),V(Di,{view:n.view}),V(Oi,{view:n.view}),V(q,{title:`${R(i.tables.length,`table`)}`,rows:i.tables,most:60,columns:[{head:`table`,value:e=>e.name},{head:`rows`,numeric:!0,value:e=>e.rows,cell:e=>e.rows.toLocaleString(`en-GB`)},{head:`columns`,value:e=>e.columns.join(`, `)}],caption:`Each row stands in a file of that name, and each receipt names file and line.`})]})}function Di({view:e}){let t=[],n=(e,n,r,i)=>{t.push({what:e,known:n,of:r,partly:i!==void 0&&i>r})};n(`sales that state the buyer's share`,e.salesWithShare?.totalCount??0,e.sales?.totalCount??0,void 0);let r=e.recipes?.nodes??[];n(`inputs in recipes that state an amount`,r.filter(e=>e.quantity!==null).length,r.length,e.recipes?.totalCount);let i=e.facilities?.nodes??[];n(`plants with a place on the map`,i.filter(e=>e.lat!==null).length,i.length,e.facilities?.totalCount),n(`plants with a first year`,i.filter(e=>e.startYear!==null).length,i.length,e.facilities?.totalCount);let a=e.holdings?.nodes??[];n(`holdings that state the stake`,a.filter(e=>e.stake!==null).length,a.length,e.holdings?.totalCount);let o=e.sources?.nodes??[];n(`sources with a date of publication`,o.filter(e=>e.published!==null).length,o.length,e.sources?.totalCount);let s=t[0];return V(q,{title:s===void 0||s.of===0?`What is not known`:`Most is known to be, not how much: ${L(s.known/s.of)} of sales state a share`,rows:t,columns:[{head:`what`,value:e=>e.what},{head:`known`,numeric:!0,value:e=>e.known},{head:`of`,numeric:!0,value:e=>e.of,cell:e=>`${e.of}${e.partly?` (the first of more)`:``}`},{head:`part`,numeric:!0,value:e=>e.of===0?null:e.known/e.of,cell:e=>e.of===0?V(Y,{}):L(e.known/e.of)},{head:`unknown`,numeric:!0,value:e=>e.of-e.known},{head:`known and unknown`,bar:!0,value:()=>null,cell:e=>V(`svg`,{viewBox:`0 0 170 12`,width:`170`,height:`12`,role:`img`,"aria-label":`${e.known} of ${e.of} known`,children:[V(`rect`,{class:`unknown`,width:`170`,height:`12`}),V(`rect`,{class:`amount`,width:e.of===0?0:e.known/e.of*170,height:`12`})]})}],caption:`Counted in the rows of this view. Hatched is what nobody states; it is carried through every answer as unknown.`})}function Oi({view:e}){let t=(e,t)=>(e??[]).filter(e=>e.verdict===t).length,n=Yn.map(n=>({verdict:n,firms:t(e.firms?.nodes,n),products:t(e.products?.nodes,n)})),r=n.find(e=>e.verdict===`UNKNOWN`);return e.firms===null||e.products===null?null:V(q,{title:`Who depends on Chinese refiners is unknown for ${r?.firms??0} of ${e.firms?.totalCount??0} firms and ${r?.products??0} of ${e.products?.totalCount??0} products`,rows:n,columns:[{head:`verdict`,value:e=>e.verdict,cell:e=>W(e.verdict)},{head:`firms`,numeric:!0,value:e=>e.firms},{head:`products`,numeric:!0,value:e=>e.products}],caption:`One question asked of everybody on record, as a measure of coverage.`})}function ki(e,t,n,r){return e.every(e=>{let i=n[e.key];return i===void 0||e.key===r||e.of(t).includes(i)})}function Ai(e,t,n,r){let i=new Map;for(let a of n)for(let n of t.of(a))i.set(n,(i.get(n)??0)+ +!!ki(e,a,r,t.key));let a=t.order;return[...i].sort((e,t)=>a===void 0?t[1]-e[1]||(e[0]<t[0]?-1:1):a.indexOf(e[0])-a.indexOf(t[0]))}var ji=8;function Mi({facets:e,rows:t}){return V(`div`,{class:`facets`,children:e.map(n=>{let r=M.value[n.key],i=Ai(e,n,t,M.value),a=i.filter(([e],t)=>t<ji||e===r),o=Math.max(1,...i.map(([,e])=>e)),s=i.length-a.length;return V(`div`,{class:`facet`,children:[V(`h2`,{children:n.head}),V(`ul`,{children:a.map(([e,t])=>V(`li`,{children:V(`button`,{type:`button`,"aria-pressed":r===e,title:n.title?.(e),onClick:()=>N({[n.key]:r===e?null:e}),children:[V(`span`,{children:n.name(e)}),V(`span`,{children:t}),V(`svg`,{viewBox:`0 0 100 3`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:V(`rect`,{class:`amount`,width:t/o*100,height:`3`})})]})},e))}),s>0&&V(`p`,{class:`badge`,children:[`and `,s,` more in the table`]})]},n.key)})})}var Ni=[`firms`,`products`],Pi=[`SEPARATION`,`any`,...Zn.filter(e=>e!==`SEPARATION`)];function Fi(){let e=Nt(M.value.of,Ni).value,t=Nt(M.value.stage,Pi).value,n=M.value.to??`CN`,r=M.value.el??null,i=t===`any`?{countries:[n]}:{countries:[n],stages:[t]},a=e===`firms`?{firms:{}}:{items:{kinds:[`PRODUCT`]}},{data:o,faults:s,waiting:c}=F(fn,{...U.value,of:a,to:i,element:r,endUse:null}),l=F(On,{}).data?.view,u=o?.view.exposure?.nodes??[],d=e===`firms`?zi:Bi,f=Fe(()=>u.filter(e=>ki(d,e,M.value)),[u,d,M.value]),p=l?.countries?.nodes.find(e=>e.key===n)?.name??n,m=`${t===`any`?`makers`:er[t]} in ${p}`,h=Ii(e,u,m);return V(x,{children:[V(X,{title:h,children:[u.length===0?``:`${Li(u)} Three ways of knowing, never added. `,o?.view.exposure!=null&&o.view.exposure.totalCount>u.length&&`Only the first ${u.length} of ${o.view.exposure.totalCount} are drawn.`]}),V(`div`,{class:`controls`,children:[V(`label`,{children:[`Who`,V(`select`,{value:e,onChange:e=>N({of:e.currentTarget.value===`firms`?null:e.currentTarget.value,verdict:null,country:null,role:null,sector:null,use:null}),children:[V(`option`,{value:`firms`,children:`firms`}),V(`option`,{value:`products`,children:`products`})]})]}),V(`label`,{children:[`depends on`,V(`select`,{value:n,onChange:e=>N({to:e.currentTarget.value===`CN`?null:e.currentTarget.value}),children:(l?.countries?.nodes??[{key:n,name:p}]).map(e=>V(`option`,{value:e.key,children:e.name},e.key))})]}),V(`label`,{children:[`at the stage`,V(`select`,{value:t,onChange:e=>N({stage:e.currentTarget.value===`SEPARATION`?null:e.currentTarget.value}),children:[`any`,...Zn].map(e=>V(`option`,{value:e,children:e===`any`?`any stage`:W(e)},e))})]}),V(`label`,{children:[`for`,V(`select`,{value:r??``,onChange:e=>N({el:e.currentTarget.value||null}),children:[V(`option`,{value:``,children:`any element`}),(l?.elements?.nodes??[]).map(e=>V(`option`,{value:e.key,children:e.name},e.key))]})]})]}),V(Z,{of:s}),V(Ir,{of:(o?.view.exposure?.flags??[]).filter(e=>!(o?.view.flags??[]).includes(e))}),c&&o===null?V(Q,{}):V(x,{children:[V(Mi,{facets:d,rows:u}),V(Hi,{rows:f,all:u.length,title:h,to:i,element:r??void 0,target:m})]})]})}function Ii(e,t,n){if(t.length===0)return`Who depends on ${n}`;let r=t.filter(e=>e.verdict===`EXPOSED`||e.verdict===`LINKED`).length,i=t.filter(e=>e.verdict===`IMPLIED`).length;return`${r} of ${t.length} ${e} are tied to ${n} on record; ${i} more by recipe and market`}function Li(e){let t=t=>e.filter(e=>e.verdict===t).length;return`${t(`UNKNOWN`)} are unknown: nobody can say. ${t(`NOT_EXPOSED`)} are proven to stay clear.`}var Ri={key:`verdict`,head:`How it is known`,of:e=>[e.verdict],name:W,order:Yn,title:e=>Xn[e]??``},zi=[Ri,{key:`country`,head:`Country of the firm`,of:e=>e.subject.__typename===`Firm`?[e.subject.country.name]:[],name:e=>e},{key:`role`,head:`What the firm does`,of:e=>e.subject.__typename===`Firm`?e.subject.roles:[],name:W}],Bi=[Ri,{key:`sector`,head:`Industry`,of:e=>e.subject.__typename===`Product`?[e.subject.sector]:[],name:W},{key:`use`,head:`End use`,of:e=>e.subject.__typename===`Product`?[e.subject.endUse]:[],name:W}],Vi=30;function Hi({rows:e,all:t,title:n,to:r,element:i,target:a}){let o=e=>lr(e.subject.name,e.subject.key,r,i),s=[{head:`who`,value:e=>e.subject.name,cell:e=>V(G,{of:e.subject})},{head:`id`,value:e=>e.subject.key,fileOnly:!0},{head:`country`,value:e=>e.subject.__typename===`Firm`?e.subject.country.key:null,cell:e=>e.subject.__typename===`Firm`?e.subject.country.name:``},{head:`verdict`,value:e=>e.verdict,cell:e=>V(Rr,{verdict:e.verdict,certainty:e.certainty})},{head:`share`,bar:!0,value:e=>e.share.estimate,cell:e=>V(jn,{share:e.share,verdict:e.verdict,basis:e.basis})},{head:`estimate`,numeric:!0,value:e=>e.share.estimate,cell:e=>V(J,{receipt:()=>o(e),children:e.share.estimate===null||e.verdict===`UNKNOWN`?V(Y,{}):I(e.share.estimate)})},{head:`proven at least`,numeric:!0,value:e=>e.share.low,cell:e=>I(e.share.low)},{head:`at most`,numeric:!0,value:e=>e.share.high,cell:e=>I(e.share.high)},{head:`sales away`,numeric:!0,value:e=>e.nearestTier??e.possibleTier,cell:e=>e.nearestTier??e.possibleTier??V(Y,{what:`no chain`})},{head:`strongest need`,value:e=>e.item?.name??null,cell:e=>e.item===null?V(Y,{what:`none`}):V(G,{of:e.item})},{head:`known`,value:e=>e.coverage.known,fileOnly:!0},{head:`assumed`,value:e=>e.coverage.assumed,fileOnly:!0},{head:`unknown`,value:e=>e.coverage.unknown,fileOnly:!0},{head:`flags`,value:e=>e.flags.join(` `),fileOnly:!0}],c=e.slice(0,Vi);return V(q,{title:n,heading:!1,columns:s,rows:e,legend:V(Pn,{}),none:`No one passes these filters.`,caption:V(x,{children:[e.length<t?`${R(e.length,`row`)} of ${t} pass the filters. `:``,e.length>Vi?`Drawn: the first ${Vi} of ${e.length}, strongest verdict first; all are in the table. `:``,`Share of the need that passes `,a,` at any tier. Enter or a click opens the receipt. Recorded chains and market estimates are never added.`]}),children:V(Kr,{label:n,layout:e=>Ui(c,e,e=>()=>Fn.value=o(e))})})}function Ui(e,t,n){let r=t<640,i=r?40:24,a=r?0:330,o=r?74:250,s=t-a-o;return{height:22+e.length*i+4,behind:V(`g`,{children:[0,.25,.5,.75,1].map(t=>V(`g`,{children:[V(`line`,{class:`line`,x1:a+t*s,x2:a+t*s,y1:18,y2:22+e.length*i}),V(`text`,{class:`tick`,x:a+t*s,y:12,"text-anchor":t===0?`start`:`middle`,children:t})]},t))}),marks:e.map((e,o)=>{let c=22+o*i,l=Jr(e.subject.name,r?t-150:a-16),u=Xt(e),d=e.certainty===null?``:` (${W(e.certainty)})`,f=r?W(e.verdict):`${Jn(W(e.verdict))}${d} · ${u} in ${Jt(e.share)}`;return{key:e.subject.key,label:r?`${l}${f}${u}, ${e.subject.name}, ${Yt(e.share)}`:`${l}${f}, ${e.subject.name}, ${Yt(e.share)}`,tip:`${e.subject.name}: ${W(e.verdict)}${d}; ${Yt(e.share)}. ${Xn[e.verdict]}.`,open:n(e),x:0,y:c,width:t,height:i,draw:V(`g`,{children:[V(`text`,{class:`label`,x:0,y:c+16,children:l}),V(Mn,{share:e.share,verdict:e.verdict,basis:e.basis,x:a,y:r?c+22:c+6,width:s,height:12}),r?V(x,{children:[V(`text`,{class:`tick`,x:t,y:c+16,"text-anchor":`end`,children:W(e.verdict)}),V(`text`,{class:`tick`,x:t,y:c+33,"text-anchor":`end`,children:u})]}):V(`text`,{class:`tick`,x:a+s+14,y:c+16,children:f})]})}})}}function Wi(){let{data:e,faults:t,waiting:n}=F(gn,{...U.value,id:Ft.value}),r=F(mn,{...U.value,id:Ft.value,country:`CN`,endUse:`UNKNOWN`}),i=e?.view.firm??null;if(i===null)return V(x,{children:[V(X,{title:n?`Asking…`:`There is no firm of that name`}),n&&V(Q,{}),V(Z,{of:t})]});let a=e?.view.listedEntities?.nodes??[];return V(x,{children:[V(X,{title:Zr(i.name,r.data?.view.any?.nodes[0]),children:[V(G,{of:i.country}),` ·`,` `,i.roles.length===0?V(Y,{what:`what it does is not stated`}):i.roles.map(W).join(`, `),i.ticker!==null&&` · ${i.ticker}`,i.aliases.length>0&&` · also: ${i.aliases.map(e=>e.text).join(`, `)}`,i.note!==null&&` · ${i.note}`]}),V(Z,{of:t}),V(Qr,{asked:r,name:i.name,id:i.key}),V(Gi,{firm:i}),V(Ki,{firm:i}),V(qi,{firm:i}),V(Ji,{firm:i}),V(Yi,{firm:i}),a.length>0&&V(q,{title:`Named on ${R(a.length,`list`)}`,rows:a,columns:[{head:`control`,value:e=>e.control.name,cell:e=>V(G,{of:e.control})},{head:`list`,value:e=>e.list,cell:e=>V(J,{receipt:()=>H(e.control.name,W(e.list),[e.row]),children:W(e.list)})},{head:`state`,value:e=>e.control.state,cell:e=>V(Br,{state:e.control.state})},{head:`named as`,value:e=>e.name}],sources:e=>$([e.row])})]})}function Gi({firm:e}){let{data:t}=F(hn,{...U.value,id:e.key,to:{countries:[`CN`]}}),n=t?.view.exposure?.nodes[0]?.lines??[];return t===null?V(Q,{}):V(q,{title:n.length===0?`No need of it is on record`:`${R(n.length,`need`)}, by how far each rests on China`,rows:n,most:12,columns:[{head:`what it needs`,value:e=>e.item.name,cell:e=>V(G,{of:e.item})},{head:`verdict`,value:e=>e.verdict,cell:e=>V(Rr,{verdict:e.verdict,certainty:e.certainty})},{head:`share`,bar:!0,value:e=>e.share.estimate,cell:e=>V(jn,{share:e.share,verdict:e.verdict,basis:e.basis})},{head:`estimate`,numeric:!0,value:e=>e.share.estimate,cell:t=>V(J,{receipt:()=>In(`${t.item.name} of ${e.name}: dependence on China`,I(t.share.estimate),t.receipt),children:t.share.estimate===null||t.verdict===`UNKNOWN`?V(Y,{}):I(t.share.estimate)})},{head:`at least`,numeric:!0,value:e=>e.share.low,cell:e=>I(e.share.low)},{head:`at most`,numeric:!0,value:e=>e.share.high,cell:e=>I(e.share.high)}],sources:e=>$(e.receipt.rows),none:`That is unknown, not free of everything.`,caption:`What it buys, or needs for what it makes; the strongest first.`})}function Ki({firm:e}){return V(x,{children:[V(q,{title:e.plants.nodes.length===0?`No plant of it is on record`:`${R(e.plants.totalCount,`plant`)} on record`,rows:e.plants.nodes,columns:[{head:`plant`,value:e=>e.facility.name,cell:e=>V(G,{of:e.facility})},{head:`country`,value:e=>e.facility.country.name},{head:`step`,value:e=>e.facility.stage,cell:e=>W(e.facility.stage)},{head:`status`,value:e=>e.facility.status,cell:e=>W(e.facility.status)},{head:`since`,numeric:!0,value:e=>e.facility.startYear,cell:e=>e.facility.startYear??V(Y,{})},{head:`stake`,numeric:!0,value:e=>e.stake,cell:t=>V(J,{receipt:()=>H(`Stake of ${e.name} in ${t.facility.name}`,L(t.stake),[t.row]),children:t.stake===null?V(Y,{what:`not stated`}):L(t.stake)})}],sources:e=>$([e.row]),caption:`Plants it runs or holds. The state is that of mid-2026 or the latest known.`}),V(`section`,{class:`part`,children:[V(`h2`,{children:`Makes`}),V(cr,{of:e.makes.nodes.map(e=>e.item),none:`nothing on record`})]})]})}function qi({firm:e}){let t=e=>[{head:`item`,value:e=>e.item.name,cell:e=>V(G,{of:e.item})},{head:`share of the buyer's supply`,numeric:!0,value:e=>e.share,cell:t=>V(J,{receipt:()=>H(e(t),L(t.share),[t.row]),children:t.share===null?V(Y,{what:`not stated`}):L(t.share)})},{head:`tonnes a year`,numeric:!0,value:e=>e.volumeTonnesPerYear,cell:e=>e.volumeTonnesPerYear===null?V(Y,{what:`not stated`}):qt(e.volumeTonnesPerYear,4)},{head:`from`,value:e=>e.start,cell:e=>e.start??V(Y,{what:`not stated`})},{head:`to`,value:e=>e.end,cell:e=>e.end??`open`},{head:`status`,value:e=>e.status,cell:e=>e.status===`ACTIVE`?`running`:W(e.status)},{head:`confidence`,value:e=>e.confidence,cell:e=>W(e.confidence)}];return V(x,{children:[V(q,{title:e.buys.nodes.length===0?`No seller to it is on record`:`Buys from ${R(e.buys.totalCount,`sale`)} on record; ${e.buys.nodes.filter(e=>e.share===null).length} state no share`,rows:e.buys.nodes,most:12,columns:[{head:`seller`,value:e=>e.supplier.name,cell:e=>V(G,{of:e.supplier})},...t(t=>`${t.supplier.name} sells ${t.item.name} to ${e.name}`)],sources:e=>$([e.row]),none:`Somebody serves it; the data do not say who.`,caption:`The list of sellers is never complete.`}),V(q,{title:e.sells.nodes.length===0?`No buyer from it is on record`:`Sells in ${R(e.sells.totalCount,`sale`)} on record`,rows:e.sells.nodes,most:12,columns:[{head:`buyer`,value:e=>e.buyer.name,cell:e=>V(G,{of:e.buyer})},...t(t=>`${e.name} sells ${t.item.name} to ${t.buyer.name}`)],sources:e=>$([e.row]),caption:`The list of buyers is never complete.`})]})}function Ji({firm:e}){let t=[...e.owners.nodes.map(e=>({way:`held by`,other:e.owner,stake:e.stake,row:e.row})),...e.owned.nodes.map(e=>({way:`holds`,other:e.owned,stake:e.stake,row:e.row}))];return t.length===0?null:V(q,{title:`Who holds it, and whom it holds`,rows:t,columns:[{head:`way`,value:e=>e.way},{head:`firm`,value:e=>e.other.name,cell:e=>V(G,{of:e.other})},{head:`stake`,numeric:!0,value:e=>e.stake,cell:t=>V(J,{receipt:()=>H(`${e.name} ${t.way} ${t.other.name}`,L(t.stake),[t.row]),children:t.stake===null?V(Y,{what:`not stated`}):L(t.stake)})}],sources:e=>$([e.row])})}function Yi({firm:e}){let{data:t}=F(_n,{...U.value,id:e.key}),n=[...t?.view.held?.nodes??[],...t?.view.used?.nodes??[]];return n.length===0?null:V(q,{title:`${R(n.length,`licence`)} reported as granted`,rows:n,columns:[{head:`licence`,value:e=>e.key,cell:e=>V(G,{of:e})},{head:`exporter`,value:e=>e.holder?.name??null,cell:e=>e.holder===null?V(Y,{what:`not named`}):V(G,{of:e.holder})},{head:`customer`,value:e=>e.customer?.name??null,cell:e=>e.customer===null?V(Y,{what:`not named`}):V(G,{of:e.customer})},{head:`item`,value:e=>e.item?.name??null,cell:e=>e.item===null?V(Y,{what:`not stated`}):V(G,{of:e.item})},{head:`granted`,value:e=>e.granted,cell:e=>V(J,{receipt:()=>H(e.name,e.granted,[e.row]),children:e.granted})},{head:`ends`,value:e=>e.expires,cell:e=>e.expires??V(Y,{what:`not stated`})}],sources:e=>$([e.row])})}function Xi({large:e=!1,choose:t,only:n=ir,label:r=`Search firms, items, plants, controls`}){let[i,a]=O(``),[o,s]=O(null),[c,l]=O(0),[u,d]=O(!1),f=Ie(),p=Pe(null),m=i.trim(),h=n.join();Ne(()=>{if(m===``){s(null);return}let e=!0,t=setTimeout(()=>{Gt(En,{text:m,in:h.split(`,`)}).then(({data:t})=>{e&&(s({of:m,hits:t?.search??[]}),l(0))})},60);return()=>{e=!1,clearTimeout(t)}},[m,h]);let g=e=>{a(``),d(!1),t===void 0?It(P(nr(e.node.__typename),e.node.key)):t(e.node)};Ne(()=>{o!==null&&p.current===o.of&&o.hits[0]!==void 0&&(p.current=null,g(o.hits[0]))},[o]);let _=u&&m!==``&&o!==null,v=o?.hits??[];return V(`div`,{class:e?`search large`:`search`,children:[V(`input`,{role:`combobox`,type:`search`,class:t===void 0?`front`:void 0,value:i,placeholder:t===void 0?`Search firms, items, plants  ( / )`:r,"aria-label":r,"aria-autocomplete":`list`,"aria-expanded":_,"aria-controls":`${f}-hits`,"aria-activedescendant":_&&v[c]!==void 0?`${f}-${c}`:void 0,autocomplete:`off`,spellcheck:!1,onInput:e=>{a(e.currentTarget.value),d(!0)},onFocus:()=>d(!0),onBlur:()=>d(!1),onKeyDown:e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`)e.preventDefault(),d(!0),l(t=>v.length===0?0:(t+(e.key===`ArrowDown`?1:v.length-1))%v.length);else if(e.key===`Enter`){e.preventDefault();let t=o?.of===m?v[c]:void 0;t===void 0?p.current=m:g(t)}else e.key===`Escape`&&(d(!1),p.current=null)}}),V(`ul`,{class:`hits`,role:`listbox`,id:`${f}-hits`,"aria-label":`Hits`,hidden:!_,children:[v.map((e,t)=>V(`li`,{id:`${f}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:t=>{t.preventDefault(),g(e)},onMouseEnter:()=>l(t),children:[V(`span`,{children:e.node.name}),V(`span`,{class:`badge`,children:rr(e.node.__typename)}),V(`span`,{class:`why`,children:Zi(e)})]},`${e.node.__typename} ${e.node.key}`)),o!==null&&v.length===0&&V(`li`,{class:`none`,role:`option`,"aria-selected":`false`,"aria-disabled":`true`,children:`Nothing of that name on record`})]})]})}function Zi({node:e,matched:t,score:n}){let r=[];return e.__typename===`Firm`&&r.push(e.country.key),e.__typename===`Facility`&&r.push(`${e.stage.toLowerCase()}, ${e.country.key}`),t!==e.name&&r.push(t===e.key?`id ${t}`:`also: ${t}`),r.push(n===1?`whole name`:`match ${n.toFixed(2)}`),r.join(` · `)}function Qi(){let{asOf:e,facts:t}=U.value,{data:n}=F(dn,{asOf:e,facts:t}),r=n?.release.tables.reduce((e,t)=>e+t.rows,0),i=Rn([{remove:{countries:[`CN`],stages:[`SEPARATION`]}}]);return V(x,{children:[V(X,{title:`Who depends on whom for rare earths, and how do we know?`,children:r===void 0?`Elements, magnets, firms, plants, controls and licences, each fact with its source.`:`${r.toLocaleString(`en-GB`)} rows from ${n?.view.sources?.totalCount} sources: elements, magnets, firms, plants, controls and licences. Each number opens down to file and line.`}),V(`section`,{class:`part`,"aria-label":`Search`,children:[V(Xi,{large:!0}),V(`p`,{class:`quiet`,children:`Typing errors and other languages are fine: samarum, 钐, neodynium, Baotou.`})]}),V(`section`,{class:`part`,children:[V(`h2`,{children:`Questions to begin with`}),V(`ul`,{class:`plain questions`,children:[V(`li`,{children:V(K,{to:P(`exposure`),children:`Which firms depend on Chinese refiners, and on whose word?`})}),V(`li`,{children:V(K,{to:P(`exposure`,void 0,{of:`products`,use:`DEFENCE`,stage:`MAGNET`}),children:`Which weapons rest on Chinese magnets?`})}),V(`li`,{children:V(K,{to:P(`product`,`f-35`),children:`What is in an F-35, how much of it, and what is not known?`})}),V(`li`,{children:V(K,{to:P(`element`,`dy`),children:`Where does dysprosium go, and who holds it?`})}),V(`li`,{children:V(K,{to:P(`firm`,`vacuumschmelze`),children:`What does Vacuumschmelze need, and from whom?`})}),V(`li`,{children:V(K,{to:P(`control`,`mofcom-2025-57`),children:`What does Announcement 57 hit, and what comes back when its pause ends?`})}),V(`li`,{children:V(K,{to:P(`whatif`,void 0,{scn:i}),children:`What changes if Chinese separation stops?`})}),V(`li`,{children:V(K,{to:P(`licences`),children:`Which customers are covered by a licence, and until when?`})}),V(`li`,{children:V(K,{to:P(`data`),children:`How good are these data, and what is not in them?`})})]})]})]})}function $i({low:e,high:t}){return e===t?String(e):`${e}–${t}`}function ea(){let e=Wn.value??Or.value??null,t=Mt(M.value.until)?M.value.until:e===null?null:$t(e,364),{data:n,faults:r,waiting:i}=F(nn,e===null?null:{...U.value,from:e,to:t,customers:null,holders:null}),a=n?.view.licenceCalendar??[];if(n===null)return V(x,{children:[V(X,{title:`Licences`}),i||e===null?V(Q,{}):V(Z,{of:r})]});let o=a.filter(e=>e.gap.low>0).length,s=`Of ${R(a.length,`licence holding`)} on record, ${o} leave days uncovered between ${e} and ${t}`,c=e=>`${e.holder?.name??`exporter not named`} to ${e.customer?.name??`customer not named`}`;return V(x,{children:[V(X,{title:s,children:`A row for each exporter, customer and item as the record names them; the first to end first. Only licences that somebody reported are on record.`}),V(`div`,{class:`controls`,children:V(`label`,{children:[`Until`,V(`input`,{type:`date`,value:t??``,onChange:e=>N({until:e.currentTarget.value||null})})]})}),V(Z,{of:r}),V(Ir,{of:n.view.flags}),V(q,{title:s,heading:!1,rows:a,most:60,columns:[{head:`exporter`,value:e=>e.holder?.name??null,cell:e=>e.holder===null?V(Y,{what:`not named`}):V(G,{of:e.holder})},{head:`customer`,value:e=>e.customer?.name??null,cell:e=>e.customer===null?V(Y,{what:`not named`}):V(G,{of:e.customer})},{head:`item`,value:e=>e.item?.name??null,cell:e=>e.item===null?V(Y,{what:`not stated`}):V(G,{of:e.item})},{head:`days that need one`,numeric:!0,value:e=>e.needed},{head:`covered`,numeric:!0,value:e=>e.covered.low,cell:e=>$i(e.covered)},{head:`not covered`,numeric:!0,value:e=>e.gap.low,cell:e=>V(J,{receipt:()=>In(`Days without a licence: ${c(e)}`,`${$i(e.gap)} days`,e.receipt),children:$i(e.gap)})},{head:`ends`,value:e=>e.ends,cell:e=>e.ends??(e.covered.high===0?`none valid`:V(Y,{what:`no end on record`}))},{head:`cautions`,value:e=>e.flags.join(` `)||null,cell:e=>e.flags.map(ar).join(`; `)}],sources:e=>$(e.receipt.rows),none:`No licence is on record.`,caption:`Days in the span; two numbers where dates are known to the month or year only.`})]})}function ta(){let e=Fn.value,[t,n]=O(null),r=Pe(null),i=Pe(null);if(Ne(()=>{if(e===null)return;let t=!0;return n(`load`in e?null:e),`load`in e&&e.load().then(e=>t&&n(e??`failed`)),i.current===null&&(i.current=document.activeElement),r.current?.focus(),()=>{t=!1}},[e]),e===null)return null;let a=()=>{Fn.value=null,i.current?.focus?.(),i.current=null};return V(`aside`,{class:`receipt`,ref:r,tabIndex:-1,"aria-label":`Receipt`,onKeyDown:e=>{e.key===`Escape`&&a()},children:[V(`button`,{type:`button`,class:`close`,onClick:a,"aria-label":`Close the receipt`,children:`✕`}),V(`h2`,{children:e.title}),V(na,{now:e,shown:t})]})}function na({now:e,shown:t}){return t===`failed`?V(`p`,{role:`alert`,children:`The receipt could not be read.`}):t===null?V(`p`,{class:`wait`,children:[e.value,` Asking…`]}):V(x,{children:[V(`p`,{class:`big`,children:Jn(t.value)}),t.formula!==void 0&&V(`p`,{children:t.formula}),(t.assumptions??[]).length>0&&V(x,{children:[V(`h3`,{children:`Assumed, or limits`}),V(`ul`,{class:`plain`,children:t.assumptions?.map(e=>V(`li`,{children:e.meaning},e.flag))})]}),t.more,V(`h3`,{children:t.rowCount===t.rows.length?R(t.rowCount,`row`):`${t.rows.length} of ${R(t.rowCount,`row`)}`}),t.rows.length===0&&V(`p`,{class:`quiet`,children:`No row stands behind it.`}),V(`ol`,{class:`rows`,children:t.rows.map(e=>V(`li`,{children:V(ra,{row:e})},`${e.file}:${e.line}`))})]})}function ra({row:e}){return V(x,{children:[V(`code`,{children:[e.file,`:`,e.line]}),e.confidence!==null&&V(`span`,{class:`badge`,children:[` confidence `,W(e.confidence)]}),V(`dl`,{children:[e.columns.filter(e=>e.name!==`source`&&e.name!==`confidence`).map(e=>V(x,{children:[V(`dt`,{children:e.name},`${e.name} head`),V(`dd`,{children:e.value===``?V(`span`,{class:`unknown`,children:`not stated`}):e.value},e.name)]})),e.source!==null&&V(x,{children:[V(`dt`,{children:`source`}),V(`dd`,{children:[V(`a`,{href:e.source.url,rel:`noreferrer noopener`,target:`_blank`,children:e.source.title}),`, `,e.source.publisher,`, `,e.source.published??`undated`]})]})]})]})}function ia(){let{data:e,faults:t,waiting:n}=F(Dn,{id:Ft.value}),r=e?.node??null;return r===null?V(x,{children:[V(X,{title:n?`Asking…`:`There is nothing of that name`}),n&&V(Q,{}),V(Z,{of:t})]}):V(x,{children:[V(X,{title:r.name,children:[rr(r.__typename),`, as the data have it`,r.__typename===`Event`&&r.firm!==null&&V(x,{children:[` `,`· `,V(G,{of:r.firm})]})]}),V(`section`,{class:`part record`,children:V(ra,{row:r.row})}),r.__typename===`ItemGroup`&&V(`section`,{class:`part`,children:[V(`h2`,{children:`Items in the group`}),V(cr,{of:r.members.nodes})]})]})}var aa=[`CONTROL_ANNOUNCED`,`CONTROL_EFFECTIVE`,`CONTROL_SUSPENDED`,`CONTROL_REVIVED`,`LICENCE_GRANTED`,`LICENCE_EXPIRES`,`EVENT`];function oa(){let e=Mt(M.value.from)?M.value.from:`2024-01-01`,t=M.value.el===void 0?null:[M.value.el],{data:n,faults:r}=F(rn,{...U.value,about:t,kinds:aa,from:null,to:null}),i=n?.view.timeline;if(i==null)return V(x,{children:[V(X,{title:`Timeline`}),r.length>0?V(Z,{of:r}):V(Q,{})]});let a=sa(i.nodes),o=i.nodes,s=a.controls.filter(e=>e.suspendedFrom!==void 0),c=s.filter(e=>e.effective===void 0||(e.suspendedFrom??``)<=e.effective).length,l=`${s.length} of ${a.controls.length} controls were suspended, ${c} of them before they took effect`,u=n?.view.asOf??e,d=o.reduce((e,t)=>(t.kind===`EVENT`||t.kind===`CONTROL_ANNOUNCED`)&&t.lastDay>e?t.lastDay:e,e);return V(x,{children:[V(X,{title:l,children:[R(a.controls.length,`control`),`, `,R(a.licences.length,`licence`),` and `,R(a.events.length,`event`),` on record. The line is the day asked about. The newest dated fact is of `,d,`: what lies after it is not known, and hatched.`]}),V(`div`,{class:`controls`,children:[V(`label`,{children:[`From`,V(`input`,{type:`date`,value:e,onChange:e=>N({from:e.currentTarget.value})})]}),V(`label`,{children:[`About`,V(`select`,{value:M.value.el??``,onChange:e=>N({el:e.currentTarget.value||null}),children:[[``,`everything`],[`dy`,`dysprosium`],[`tb`,`terbium`],[`sm`,`samarium`],[`nd`,`neodymium`],[`ga`,`gallium`]].map(([e,t])=>V(`option`,{value:e,children:t},e))})]})]}),V(Z,{of:r}),V(Ir,{of:n?.view.flags??[]}),V(q,{title:l,heading:!1,rows:o,most:60,legend:V(`ul`,{class:`legend`,"aria-label":`Legend`,children:[V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`exposed`,width:`18`,height:`10`})}),`in force (thin line: announced)`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`suspended`,width:`18`,height:`10`})}),`suspended`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`unknown`,width:`18`,height:`10`})}),`not known: after the newest fact, or no end stated`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`safe`,width:`18`,height:`10`})}),`licence`]}),V(`li`,{children:[V(`svg`,{width:`18`,height:`10`,"aria-hidden":`true`,children:V(`rect`,{class:`computed`,width:`18`,height:`10`})}),`licence whose end is computed from its kind`]}),V(`li`,{children:[V(`svg`,{width:`12`,height:`12`,"aria-hidden":`true`,children:V(`circle`,{class:`event`,cx:`6`,cy:`6`,r:`4.5`})}),`event`]})]}),columns:[{head:`date`,value:e=>e.date??e.day,cell:e=>V(J,{receipt:()=>H(e.title,e.date??e.day,e.receipt.rows),children:e.date??e.day})},{head:`until`,value:e=>e.until},{head:`kind`,value:e=>e.kind,cell:e=>W(e.kind)},{head:`what`,value:e=>e.title,cell:e=>e.node===null?e.title:V(G,{of:{...e.node,name:e.title}})}],sources:e=>$(e.receipt.rows),caption:V(x,{children:[`Dates known to the month or year stand at their first day.`,` `,i.pageInfo.hasNextPage?`Drawn: the first ${i.nodes.length} of ${i.totalCount} entries.`:`All ${i.totalCount} entries are drawn; those before ${e} begin at the edge.`,` `,a.events.length===0&&V(Y,{what:`no event on record`})]}),children:V(Kr,{label:l,least:640,layout:t=>ca(a,e,u,la(d,u),t)})})]})}function sa(e){let t=new Map,n=new Map,r=[];for(let i of e){let e=i.node;if(i.kind===`EVENT`){r.push(i);continue}if(e===null)continue;let a=i.kind.startsWith(`LICENCE`)?n:t,o=e.__typename===`Licence`?e.customer?.name??e.holder?.name??`firms not named`:e.name,s=a.get(e.key)??{key:e.key,name:o,page:nr(e.__typename)};switch(a.set(e.key,s),i.kind){case`CONTROL_ANNOUNCED`:s.announced=i.day;break;case`CONTROL_EFFECTIVE`:s.effective=i.day;break;case`CONTROL_SUSPENDED`:s.suspendedFrom=i.day,s.suspendedUntil=i.until===null?void 0:tn(i.until);break;case`CONTROL_REVIVED`:s.revived=i.day;break;case`LICENCE_GRANTED`:s.granted=i;break;case`LICENCE_EXPIRES`:s.expires=i.lastDay,s.computed=i.flags.includes(`END_COMPUTED`)}}return{controls:[...t.values()],licences:[...n.values()],events:r}}function ca({controls:e,licences:t,events:n},r,i,a,o){let s=o<800?190:330,c=$t(i,120),l=Math.max(1,z(c)-z(r)),u=e=>s+Math.max(0,Math.min(1,(z(e)-z(r))/l))*(o-s),d=[],f=[],p=26,m=e=>{f.push({text:e,y:p+14}),p+=24},h=(e,t,n,r)=>V(`rect`,{class:e,x:u(t),y:r+4,width:Math.max(1,u(n)-u(t)),height:10}),g=(e,t)=>V(`text`,{class:`label tick`,x:0,y:t+13,children:Jr(e.name,s-14,6)});m(`Controls (${e.length})`);for(let t of e){let e=p,n=t.effective,r=t.suspendedFrom,i=t.revived??(t.suspendedUntil===void 0?c:$t(t.suspendedUntil,1)),l=`${n===void 0?`first day not stated`:`in force from ${n}`}${r===void 0?``:`, suspended from ${r} to ${t.suspendedUntil??`open`}`}`;d.push({key:t.key,label:`${Jr(t.name,s-14,6)}, ${t.name}, ${l}`,tip:`${t.name}: ${l}`,open:()=>It(P(t.page,t.key)),x:0,y:e,width:o,height:18,draw:V(`g`,{children:[g(t,e),t.announced!==void 0&&n!==void 0&&t.announced<n&&V(`rect`,{class:`exposed`,x:u(t.announced),y:e+8.5,width:Math.max(0,u(n)-u(t.announced)),height:1.2}),n!==void 0&&(r===void 0||n<r)&&h(`exposed`,n,r??a,e),r===void 0&&n!==void 0&&h(`unknown`,n>a?n:a,c,e),r!==void 0&&h(`suspended`,r,i,e),r!==void 0&&i<c&&h(`unknown`,i,c,e)]})}),p+=18}p+=8,m(`Licences reported as granted (${t.length})`);for(let e of t){let t=p,n=e.granted,i=n?.day??r,a=`granted ${n?.date??`unknown`}, ${e.expires===void 0?`end not stated`:`ends ${e.expires}`}`;d.push({key:e.key,label:`${Jr(e.name,s-14,6)}, ${e.name}, ${a}`,tip:`${e.name}: ${a}`,open:()=>It(P(e.page,e.key)),x:0,y:t,width:o,height:18,draw:V(`g`,{children:[g(e,t),n!==void 0&&e.expires!==void 0&&h(e.computed===!0?`computed`:`safe`,i,e.expires,t),n!==void 0&&e.expires===void 0&&h(`unknown`,i,$t(n.lastDay,30),t)]})}),p+=18}p+=8,m(`Events (${n.length})`);let _=new Map,v=0;for(let e of n){let t=Math.round(u(en(e.day))/10)*10,n=_.get(t)??0;_.set(t,n+1),v=Math.max(v,n+1),d.push({key:e.id,label:`${e.title}, ${e.date??e.day}`,tip:`${e.date??e.day}: ${e.title}`,open:()=>e.node!==null&&It(P(nr(e.node.__typename),e.node.key)),x:t-5,y:p+n*10,width:10,height:10,draw:V(`circle`,{class:`event`,cx:t,cy:p+n*10+5,r:4.3})})}p+=v*10+6;let y=[];for(let e=Number(r.slice(0,4));e<=Number(c.slice(0,4));e++)for(let t of[`01`,`07`]){let n=`${e}-${t}-01`;n>=r&&n<=c&&y.push(n)}return{height:p,marks:d,behind:V(`g`,{children:[y.map(e=>V(`g`,{children:[V(`line`,{class:`line`,x1:u(e),x2:u(e),y1:20,y2:p}),V(`text`,{class:e.endsWith(`01-01`)?`tick name`:`tick`,x:u(e),y:12,"text-anchor":`middle`,children:e.endsWith(`01-01`)?e.slice(0,4):`Jul`})]},e)),f.map(e=>V(`text`,{class:`tick name`,x:0,y:e.y,children:Jn(e.text)},e.text))]}),front:V(`line`,{class:`ink`,x1:u(i),x2:u(i),y1:18,y2:p,"stroke-dasharray":`2 3`})}}function la(e,t){return e<t?e:t}var ua=[`firms`,`products`],da=[`both`,`before`,`after`];function fa(){let e=Un.value??[],t=Nt(M.value.of,ua).value,n=Nt(M.value.cmp,da).value,{scenario:r,...i}=U.value,a={countries:[`CN`]},{data:o,faults:s,waiting:c}=F(an,e.length===0?null:{before:i,after:{...i,scenario:e},of:t===`firms`?{firms:{}}:{items:{kinds:[`PRODUCT`]}},to:a,element:null,endUse:null}),l=e.length===0?void 0:o?.compare;return V(x,{children:[V(X,{title:e.length===0?`What if? Change the world, and see who depends on China before and after`:l===void 0?`What if?`:`${l.changed} of ${l.compared} ${t} change, ${l.changedVerdicts} in how it is known`,children:`Edits apply in order. Dependence on China at any stage, before and after. Nothing is written: the link holds it all.`}),V(ha,{edits:e,texts:l?.after.scenario.map(e=>e.text)??[]}),V(Z,{of:s}),e.length>0&&V(x,{children:[V(`div`,{class:`controls`,children:[V(`label`,{children:[`Who`,V(`select`,{value:t,onChange:e=>N({of:e.currentTarget.value===`firms`?null:e.currentTarget.value}),children:ua.map(e=>V(`option`,{value:e,children:e},e))})]}),V(`button`,{type:`button`,"data-swap":!0,onClick:()=>N({cmp:n===`both`?`before`:n===`before`?`after`:null}),children:[`Shown: `,n,` ( B )`]})]}),c&&V(Q,{}),l!==void 0&&V(pa,{found:l,side:n})]})]})}function pa({found:e,side:t}){let n=e.subjects,r=e=>({head:e,bar:!0,value:t=>t[e]?.share.estimate??null,cell:t=>{let n=t[e];return n===null?V(Y,{what:`not in this view`}):V(x,{children:[V(Rr,{verdict:n.verdict}),` `,V(jn,{share:n.share,verdict:n.verdict,basis:n.basis,width:120})]})}});return V(x,{children:[V(Ir,{of:e.flags}),e.controls.length>0&&V(q,{title:`${R(e.controls.length,`control`)} change state`,rows:e.controls,columns:[{head:`control`,value:e=>e.control.name,cell:e=>V(G,{of:e.control})},{head:`before`,value:e=>e.before,cell:e=>V(Br,{state:e.before})},{head:`after`,value:e=>e.after,cell:e=>V(Br,{state:e.after})}]}),V(q,{title:`From one verdict to another`,rows:e.moves,columns:[{head:`before`,value:e=>e.before,cell:e=>e.before===null?`not asked`:W(e.before)},{head:`after`,value:e=>e.after,cell:e=>e.after===null?`not asked`:W(e.after)},{head:`how many`,numeric:!0,value:e=>e.count}],none:`No verdict changes.`}),V(q,{title:e.changed>n.length?`The first ${n.length} of ${e.changed} that change`:`${R(e.changed,`row`)} that change`,rows:n,most:40,columns:[{head:`who`,value:e=>e.subject.name,cell:e=>V(G,{of:e.subject})},...t===`after`?[]:[r(`before`)],...t===`before`?[]:[r(`after`)],{head:`within, before`,value:e=>e.before===null?null:Jt(e.before.share)},{head:`within, after`,value:e=>e.after===null?null:Jt(e.after.share),cell:e=>e.after===null?``:V(J,{receipt:()=>lr(e.subject.name,e.subject.key,{countries:[`CN`]}),children:Jt(e.after.share)})},{head:`change of the estimate`,numeric:!0,value:e=>e.moved.estimate,cell:e=>ma(e.moved.estimate)}],none:`Nobody's dependence changes.`,caption:`Those whose verdict differs first. The receipt is that of the world after.`})]})}function ma(e){return e===null?V(Y,{}):e===0?`0`:`${e>0?`+`:`−`}${I(Math.abs(e))}`}function ha({edits:e,texts:t}){let n=e=>N({scn:Rn(e)}),r=Rn(e).length>Ln;return V(`section`,{class:`part`,children:[V(`h2`,{children:[`Edits (`,e.length,`)`]}),e.length===0&&V(`p`,{class:`quiet`,children:`None yet. Add one below.`}),V(`ol`,{class:`edits`,children:e.map((r,i)=>V(`li`,{children:[V(`span`,{children:_a(r)}),V(`span`,{class:`grow`}),V(`code`,{class:`quiet`,children:t[i]===void 0?``:ga(t[i]??``)}),V(`button`,{type:`button`,"aria-label":`Remove edit ${i+1}`,onClick:()=>n(e.filter((e,t)=>t!==i)),children:`✕`})]},i))}),r&&V(`p`,{class:`notice`,children:`This what-if is longer than a link should be; some programs will cut it.`}),V(ya,{add:t=>n([...e,t])}),e.length>0&&V(`button`,{type:`button`,onClick:()=>n([]),children:`Reset`})]})}function ga(e){return e.length>60?`${e.slice(0,59)}…`:e}function _a(e){if(e.remove!==void 0)return`Stop ${va(e.remove)}`;if(e.limit!==void 0)return`Limit ${va(e.limit.target)} to ${I(e.limit.factor)} of what it makes`;if(e.control!==void 0){let{controls:t,state:n,from:r,until:i}=e.control;return`${t.join(`, `)} ${W(n)} from ${r}${i==null?``:` to ${i}`}`}if(e.add!==void 0){let t=e.add.sale;return t===void 0?`Add a plant: ${e.add.plant.firm} makes ${e.add.plant.item} in ${e.add.plant.country}`:`Add a sale: ${t.supplier} sells ${t.item} to ${t.buyer}`}return e.delay===void 0?`Change a licence`:`Delay ${va(e.delay.target)} by ${e.delay.days} days`}function va(e){return`${[...e.countries??[],...e.firms??[],...e.facilities??[],...e.items??[],...e.owners??[]].join(`, `)||`everything`}${e.stages==null||e.stages.length===0?``:` at ${e.stages.map(W).join(`, `)}`}`}function ya({add:e}){let t=F(On,{}).data?.view,[n,r]=O(`remove`),[i,a]=O(`CN`),[o,s]=O(`SEPARATION`),[c,l]=O(`0.5`),[u,d]=O(`mofcom-2025-57`),[f,p]=O(`IN_FORCE`),[m,h]=O(`2026-11-11`),g=Number(c),_=n===`limit`&&!(g>=0&&g<=1&&c!==``);return V(`fieldset`,{children:[V(`legend`,{children:`Add an edit`}),V(`div`,{class:`controls`,children:[V(`label`,{children:[`Kind`,V(`select`,{value:n,onChange:e=>r(e.currentTarget.value),children:[V(`option`,{value:`remove`,children:`stop makers`}),V(`option`,{value:`limit`,children:`limit makers`}),V(`option`,{value:`control`,children:`set a control`})]})]}),n===`control`?V(x,{children:[V(`label`,{children:[`id of the control`,V(`input`,{type:`text`,value:u,onInput:e=>d(e.currentTarget.value)})]}),V(`label`,{children:[`is`,V(`select`,{value:f,onChange:e=>p(e.currentTarget.value),children:[V(`option`,{value:`IN_FORCE`,children:Jn(`in force`)}),V(`option`,{value:`SUSPENDED`,children:`Suspended`})]})]}),V(`label`,{children:[`from`,V(`input`,{type:`date`,value:m,onChange:e=>h(e.currentTarget.value)})]})]}):V(x,{children:[V(`label`,{children:[`in`,V(`select`,{value:i,onChange:e=>a(e.currentTarget.value),children:(t?.countries?.nodes??[{key:`CN`,name:`China`}]).map(e=>V(`option`,{value:e.key,children:e.name},e.key))})]}),V(`label`,{children:[`at`,V(`select`,{value:o,onChange:e=>s(e.currentTarget.value),children:[V(`option`,{value:``,children:`any stage`}),Zn.map(e=>V(`option`,{value:e,children:W(e)},e))]})]}),n===`limit`&&V(`label`,{children:[`leaving`,V(`input`,{type:`number`,min:`0`,max:`1`,step:`0.05`,value:c,"aria-invalid":_,onInput:e=>l(e.currentTarget.value)})]})]}),V(`button`,{type:`button`,disabled:_,onClick:()=>{let t=o===``?{countries:[i]}:{countries:[i],stages:[o]};e(n===`remove`?{remove:t}:n===`limit`?{limit:{target:t,factor:g}}:{control:{controls:[u.trim()],state:f,from:m}})},children:`Add`})]})]})}function ba(){let e=Pe(null);return Ne(()=>{let t=t=>{let n=t.target;if(!(t.metaKey||t.ctrlKey||t.altKey||n.closest(`input, select, textarea, dialog`)!==null))switch(t.key){case`/`:t.preventDefault(),document.querySelector(`input.front`)?.focus();break;case`?`:e.current?.showModal();break;case`t`:case`T`:N({table:M.value.table===`1`?null:`1`}),Pr.value=M.value.table===`1`?`Tables shown`:`Tables hidden`;break;case`b`:case`B`:document.querySelector(`[data-swap]`)?.click();break;case`Escape`:Fn.value=null}};return addEventListener(`keydown`,t),()=>removeEventListener(`keydown`,t)},[]),V(x,{children:[V(`button`,{type:`button`,class:`icon`,"aria-label":`Keyboard help`,onClick:()=>e.current?.showModal(),children:`?`}),V(`dialog`,{ref:e,"aria-labelledby":`help-title`,children:[V(`h2`,{id:`help-title`,children:`Keys`}),V(`dl`,{class:`facts`,children:[V(`dt`,{children:V(`kbd`,{children:`/`})}),V(`dd`,{children:`search; arrows walk the hits, Enter opens, Escape closes`}),V(`dt`,{children:V(`kbd`,{children:`T`})}),V(`dd`,{children:`the tables behind the pictures`}),V(`dt`,{children:V(`kbd`,{children:`B`})}),V(`dd`,{children:`before and after of a what-if`}),V(`dt`,{children:V(`kbd`,{children:`Esc`})}),V(`dd`,{children:`close a receipt or this help`}),V(`dt`,{children:V(`kbd`,{children:`?`})}),V(`dd`,{children:`this help`})]}),V(`p`,{children:`Dotted numbers open their receipt: the rows, sources and confidence behind them.`}),V(`form`,{method:`dialog`,children:V(`button`,{type:`submit`,children:`Close`})})]})]})}function xa({nav:e,children:t}){return V(x,{children:[V(`a`,{class:`skip`,href:`#main`,children:`Skip to the page`}),V(Ea,{}),V(`div`,{class:`frame`,children:[V(`header`,{class:`top`,children:[V(K,{to:P(``),className:`brand`,children:`Lodestone`}),V(`nav`,{"aria-label":`Pages`,children:e.map(e=>V(K,{to:P(e.page),current:Pt.value===e.page,children:e.title},e.page))}),V(`span`,{class:`grow`}),Pt.value!==``&&V(Xi,{}),V(Ta,{}),V(ba,{})]}),V(Sa,{}),V(`p`,{class:`away`,role:`status`,children:Pr.value}),V(`main`,{id:`main`,tabIndex:-1,children:t}),V(`footer`,{class:`foot`,children:[V(`span`,{children:`Lodestone explorer. Unknown is never zero: it is hatched, and says so.`}),V(`a`,{href:`/`,children:`Ask in GraphQL: the playground`}),V(`a`,{href:`/explorer/licences.txt`,children:`Licences of what is built in`})]})]}),V(ta,{})]})}function Sa(){let{data:e,faults:t}=F(Tn,U.value),n=e?.release,r=e?.view.asOf;Ne(()=>{Dr.value=n?.id,Or.value=r},[n?.id,r]);let i=Un.value?.length??0,a=M.value.rel;return V(x,{children:[V(`search`,{class:`world`,"aria-label":`The day and filter of every page`,children:[V(`label`,{children:[`As of`,V(`input`,{type:`date`,value:Wn.value??r??``,onChange:e=>e.currentTarget.value!==``&&N({date:e.currentTarget.value})})]}),Wn.value!==void 0&&V(`button`,{type:`button`,onClick:()=>N({date:null}),children:`Today`}),V(`label`,{children:[`Rows of confidence`,V(`select`,{value:Gn.value,onChange:e=>N({conf:e.currentTarget.value===`LOW`?null:e.currentTarget.value}),children:$n.map(e=>V(`option`,{value:e,children:e===`LOW`?`any`:e===`HIGH`?`high only`:`${W(e)} or high`},e))})]}),i>0&&V(`span`,{children:[V(K,{to:P(`whatif`),children:[`What-if: `,R(i,`edit`)]}),` `,V(`button`,{type:`button`,onClick:()=>N({scn:null}),children:`Clear`})]}),V(`span`,{class:`grow`}),V(`span`,{class:`release`,children:n===void 0?`Reading the release…`:`release ${n.id.slice(0,12)} · sources until ${n.horizon}`}),V(Ca,{})]}),V(Z,{of:t}),Kn.value.map(e=>V(`p`,{class:`notice`,children:e},e)),a!==void 0&&n!==void 0&&a!==n.id&&V(`p`,{class:`notice`,role:`alert`,children:[`This link was made from release `,V(`code`,{children:a.slice(0,12)}),`, which is not loaded: the numbers here are those of release`,` `,V(`code`,{children:n.id.slice(0,12)}),` and may differ.`]}),V(Ir,{of:e?.view.flags??[]})]})}function Ca(){return V(`button`,{type:`button`,onClick:async()=>{kr.value=await jr()?`Link copied`:`The link could not be copied`,Pr.value=kr.value,setTimeout(()=>{kr.value=``},2500)},children:kr.value||`Copy link`})}var wa=[`system`,`light`,`dark`];function Ta(){let[,e]=O(0),t=Vt(),n=wa[(wa.indexOf(t)+1)%wa.length]??`system`;return V(`button`,{type:`button`,class:`icon`,"aria-label":`Theme: ${t}. Change to ${n}`,title:`Theme: ${Jn(t)}`,onClick:()=>{Ht(n),N({theme:n===`system`?null:n}),e(e=>e+1)},children:t===`light`?`☀`:t===`dark`?`☾`:`◐`})}function Ea(){return V(`svg`,{id:`patterns`,"aria-hidden":`true`,children:V(`defs`,{children:[V(`pattern`,{id:`hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[V(`rect`,{class:`hatch-ground`,width:`6`,height:`6`}),V(`line`,{class:`hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]}),V(`pattern`,{id:`hatch-amber`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[V(`rect`,{class:`hatch-amber-ground`,width:`6`,height:`6`}),V(`line`,{class:`hatch-amber-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})]})})}var Da={"":Qi,exposure:Fi,record:ia,element:ti,material:ti,component:ti,product:ti,firm:Wi,control:_i,controls:gi,timeline:oa,licences:ea,whatif:fa,data:Ei},Oa=[{page:`exposure`,title:`Exposure`},{page:`controls`,title:`Controls`},{page:`timeline`,title:`Timeline`},{page:`licences`,title:`Licences`},{page:`whatif`,title:`What-if`},{page:`data`,title:`Data`}];function ka(){return V(xa,{nav:Oa,children:V(Da[Pt.value]??Aa,{},`${Pt.value}/${Ft.value}`)})}function Aa(){return V(X,{title:`There is no such page`,children:`The address names a page that this explorer does not have. The search finds everything that it has.`})}var ja=document.getElementById(`page`);ja!==null&&_e(V(ka,{}),ja);