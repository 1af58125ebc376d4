/**
 * What can be wrong with an input: a closed list, so that a caller can branch on `error.code`.
 * @typedef {'ERR_LENGTH' | 'ERR_VALUE' | 'ERR_SCALE' | 'ERR_CODE'} TernaryErrorCode
 */

/** An input that this package refuses; the message names the input, the value seen and the rule. */
export class TernaryError extends RangeError {
  /**
   * @param {TernaryErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'TernaryError';
    this.code = code;
  }
}
