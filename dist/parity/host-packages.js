"use strict";
exports.id = 119;
exports.ids = [119];
exports.modules = {

/***/ 3786:
/***/ ((module) => {



/**
 * gpu.js asks for `gl` by name when it is loaded, and the real one is compiled on the machine that wants it: it is found at run time
 * (native.ts) and given here. Without one there is no context, and gpu.js takes headless-gl for absent.
 */
module.exports = function createContext(...options) {
  const real = globalThis[Symbol.for('bitnet-flow.gl')];
  return real === undefined ? null : real(...options);
};


/***/ })

};
;