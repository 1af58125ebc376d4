/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build/js/src/core/text.js
const ANSI = /(?:\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[@-_])/g;
function stripAnsi(text) {
    return text.replace(ANSI, '');
}
const INVISIBLE = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
function printable(text, max) {
    const line = stripAnsi(text)
        .replace(/\s+/g, ' ')
        .replace(INVISIBLE, (char) => `\\u{${char.codePointAt(0).toString(16)}}`)
        .trim();
    return shorten(line, max);
}
function shorten(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, max - 1);
    return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
const ZERO_WIDTH_BREAK = '&#8203;';
function markdown(text, max) {
    return printable(text, max)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/`/g, '&#96;')
        .replace(/[[\]]/g, (char) => (char === '[' ? '&#91;' : '&#93;'))
        .replace(/[*~\\]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (char) => `&#${char.charCodeAt(0)};`)
        .replace(/@/g, `@${ZERO_WIDTH_BREAK}`)
        .replace(/#(?=\d)(?<!&#)/g, `#${ZERO_WIDTH_BREAK}`)
        .replace(/\bGH-(?=\d)/gi, (match) => `${match}${ZERO_WIDTH_BREAK}`)
        .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (id) => id.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_BREAK}`))
        .replace(/:\/\//g, `:${ZERO_WIDTH_BREAK}//`)
        .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}${ZERO_WIDTH_BREAK}.`)
        .replace(/\b(javascript|data|vbscript|mailto):/gi, `$1${ZERO_WIDTH_BREAK}:`)
        .replace(/\$/g, '&#36;')
        .replace(/^\//, `${ZERO_WIDTH_BREAK}/`)
        .replace(/^([-+=#])/, (char) => `&#${char.charCodeAt(0)};`)
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits, mark) => `${digits}&#${mark.charCodeAt(0)};`);
}
function tableCell(text) {
    return markdown(text, 200).replace(/\|/g, '\\|');
}
function logLine(text) {
    const flat = stripAnsi(text)
        .replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ⏎ ')
        .replace(/\t/g, ' ')
        .replace(INVISIBLE, '');
    return `| ${flat.replace(/:(?=:)/g, ':\u200b').replace(/##\[/g, '##\u200b[')}`;
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
;// CONCATENATED MODULE: ./build/js/src/core/errors.js
const ERROR_CODES = (/* unused pure expression or super */ null && ([
    'bad-input',
    'bad-config',
    'bad-flow',
    'bad-profile',
    'bad-result',
    'bad-fact',
    'bad-ledger',
    'bad-patch',
    'out-of-scope',
    'not-found',
    'refused',
    'permission',
    'host',
    'process',
    'stale',
    'bug',
]));
class FlowError extends Error {
    code;
    at;
    fix;
    constructor(code, message, detail = {}) {
        super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
        this.name = 'FlowError';
        this.code = code;
        this.at = detail.at;
        this.fix = detail.fix;
    }
    toLine() {
        const place = this.at === undefined ? '' : ` (${this.at})`;
        if (this.fix === undefined)
            return `${this.code}${place}: ${this.message}`;
        const stop = /[.!?…]$/.test(this.message) ? '' : '.';
        return `${this.code}${place}: ${this.message}${stop} Fix: ${this.fix}`;
    }
}
function nearest(word, candidates) {
    let best;
    let bestDistance = Math.max(2, Math.ceil(word.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
            row.push(Math.min(previous[j] + 1, row[j - 1] + 1, substitution));
        }
        previous = row;
    }
    return previous[b.length];
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/refusal.js

const RULES = {
    magic: 'give a GGUF file; the first four bytes of one are "GGUF"',
    version: 'convert the model again with a current converter; versions 2 and 3 are read',
    'big-endian': 'convert the model for a little-endian machine',
    truncated: 'the file is cut off or damaged: fetch it again and compare its sha256',
    count: 'the file is damaged, or made to harm: fetch it again and compare its sha256',
    limit: 'no real model comes near this limit; if yours does, say so in an issue',
    utf8: 'write names and texts as UTF-8',
    'key-empty': 'give every key a name',
    'key-length': 'keep keys below 65,536 bytes',
    'key-duplicate': 'write every key once',
    'value-type': 'use the value types 0 to 12 of GGUF',
    bool: 'write false as 0 and true as 1',
    'array-nested': 'write a flat array; readers do not agree about arrays of arrays',
    alignment: 'write general.alignment as u32: a power of two from 8 to 1,048,576',
    architecture: 'write general.architecture as a string, such as bitnet-b1.58',
    'name-empty': 'give every tensor a name',
    'name-length': 'keep tensor names below 64 bytes',
    'name-duplicate': 'write every tensor once',
    'dims-count': 'give every tensor 1 to 4 dimensions',
    'dim-zero': 'leave out a tensor that has no elements',
    'dims-product': 'the file is damaged, or made to harm: fetch it again and compare its sha256',
    'tensor-type': 'convert the model to a type that exists in its architecture',
    'row-block': 'a row must be whole blocks: pad the weights, or use a type with a smaller block',
    'offset-unaligned': 'write every tensor at a multiple of general.alignment',
    'past-end': 'the file is cut off or damaged: fetch it again and compare its sha256',
    overlap: 'write tensors one after the other; no two may share bytes',
    order: 'write tensors in the order in which they are listed',
    gap: 'write every tensor directly after the one before it, padded to general.alignment and no further',
    scale: 'quantise the tensor again: a scale is a finite number above zero, and no subnormal',
    code: 'quantise the tensor again, or name the type that its bytes really have',
    'zero-block': 'bytes are missing here: fetch the file again and compare its sha256',
    'not-finite': 'convert the tensor again: NaN and infinity are no weights',
    changed: 'let nobody write to the file while it is read',
};
class GgufError extends FlowError {
    rule;
    offset;
    field;
    reason;
    constructor(rule, place, reason) {
        super('refused', reason, { at: `${place.file}, byte ${place.offset}, ${place.field}`, fix: RULES[rule] });
        this.name = 'GgufError';
        this.rule = rule;
        this.offset = place.offset;
        this.field = place.field;
        this.reason = reason;
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/cursor.js


const WINDOW = 1 << 18;
const MAX_TEXT = 1 << 26;
const MAX_TEXTS = 1 << 27;
class Cursor {
    source;
    window;
    base = 0;
    filled = 0;
    position = 0;
    texts = 0;
    constructor(source, at = 0) {
        this.source = source;
        this.window = external_node_buffer_namespaceObject.Buffer.allocUnsafe(Math.max(8, Math.min(WINDOW, source.size - at)));
        this.base = at;
    }
    get offset() {
        return this.base + this.position;
    }
    get left() {
        return this.source.size - this.offset;
    }
    refuse(rule, field, reason, offset = this.offset) {
        throw new GgufError(rule, { file: this.source.name, offset, field }, reason);
    }
    u8(field) {
        return this.window[this.take(1, field)];
    }
    u32(field) {
        return this.window.readUInt32LE(this.take(4, field));
    }
    u64(field) {
        return this.window.readBigUInt64LE(this.take(8, field));
    }
    view(bytes, field) {
        const at = this.take(bytes, field);
        return new DataView(this.window.buffer, this.window.byteOffset + at, bytes);
    }
    count(unit, field, what) {
        const at = this.take(8, field);
        const low = this.window.readUInt32LE(at);
        const high = this.window.readUInt32LE(at + 4);
        const value = high * 0x1_0000_0000 + low;
        if (high > 0x1f_ffff || value * unit > this.left) {
            const exact = (BigInt(high) << 32n) | BigInt(low);
            this.refuse('count', field, `says ${exact} ${what}, but only ${this.left} bytes are left`, this.offset - 8);
        }
        return value;
    }
    text(field, limit = MAX_TEXT, rule = 'limit') {
        const start = this.offset;
        const length = this.count(1, field, 'bytes of text');
        if (length > limit)
            this.refuse(rule, field, `has ${length} bytes; the limit is ${limit}`, start);
        this.texts += length;
        if (this.texts > MAX_TEXTS)
            this.refuse('limit', field, `is text beyond ${MAX_TEXTS} bytes in all`, start);
        const bytes = this.bytes(length, field);
        if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
            this.refuse('utf8', field, `is not UTF-8: ${hex(bytes)}`, start + 8);
        return bytes.toString('utf8');
    }
    skip(bytes) {
        this.position += bytes;
        if (this.position <= this.filled)
            return;
        this.base += this.position;
        this.position = 0;
        this.filled = 0;
    }
    strings(count, field, each) {
        for (let at = 0; at < count; at++) {
            const need = this.position + 8;
            if (need > this.filled)
                this.load(8, `${field}[${at}]`);
            const from = this.position;
            const window = this.window;
            const length = (window[from] | (window[from + 1] << 8) | (window[from + 2] << 16)) + window[from + 3] * 0x100_0000;
            const high = window[from + 4] | window[from + 5] | window[from + 6] | window[from + 7];
            if (high !== 0 || length > this.source.size - this.base - from - 8) {
                this.count(1, `${field}[${at}]`, 'bytes of text');
                this.refuse('limit', `${field}[${at}]`, 'has more than 4 GiB', this.base + from);
            }
            this.position = from + 8;
            if (each === undefined)
                this.skip(length);
            else if (this.position + length <= this.filled) {
                each(window, this.position, this.position + length, this.base);
                this.position += length;
            }
            else {
                if (length > MAX_TEXT)
                    this.refuse('limit', `${field}[${at}]`, `has ${length} bytes; the limit is ${MAX_TEXT}`, this.offset - 8);
                const base = this.offset;
                each(this.bytes(length, field), 0, length, base);
            }
        }
    }
    pieces(bytes, field, each) {
        for (let left = bytes; left > 0;) {
            if (this.position === this.filled)
                this.load(Math.min(left, this.window.length), field);
            const size = Math.min(left, this.filled - this.position);
            each(this.window.subarray(this.position, this.position + size), this.offset);
            this.position += size;
            left -= size;
        }
    }
    bytes(length, field) {
        if (length > this.left)
            this.short(length, field);
        const copy = external_node_buffer_namespaceObject.Buffer.allocUnsafe(length);
        const here = Math.min(length, this.filled - this.position);
        this.window.copy(copy, 0, this.position, this.position + here);
        if (here < length)
            this.source.read(copy.subarray(here), this.offset + here);
        this.skip(length);
        return copy;
    }
    take(bytes, field) {
        if (this.position + bytes > this.filled)
            this.load(bytes, field);
        const at = this.position;
        this.position += bytes;
        return at;
    }
    load(bytes, field) {
        if (bytes > this.left)
            this.short(bytes, field);
        this.base += this.position;
        this.position = 0;
        this.filled = Math.min(this.window.length, this.source.size - this.base);
        this.source.read(this.window.subarray(0, this.filled), this.base);
    }
    short(bytes, field) {
        this.refuse('truncated', field, `needs ${bytes} bytes, but the file ends after ${this.left}`);
    }
}
function hex(bytes) {
    return `${bytes.subarray(0, 16).toString('hex')}${bytes.length > 16 ? '…' : ''}`;
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/value-types.js
const VALUE_TYPES = [
    'u8',
    'i8',
    'u16',
    'i16',
    'u32',
    'i32',
    'f32',
    'bool',
    'string',
    'array',
    'u64',
    'i64',
    'f64',
];
const VALUE_BYTES = {
    u8: 1,
    i8: 1,
    u16: 2,
    i16: 2,
    u32: 4,
    i32: 4,
    f32: 4,
    bool: 1,
    u64: 8,
    i64: 8,
    f64: 8,
};
const TYPED_ARRAYS = {
    u8: Uint8Array,
    i8: Int8Array,
    u16: Uint16Array,
    i16: Int16Array,
    u32: Uint32Array,
    i32: Int32Array,
    f32: Float32Array,
    bool: Uint8Array,
    u64: BigUint64Array,
    i64: BigInt64Array,
    f64: Float64Array,
};
function readFixed(view, type) {
    switch (type) {
        case 'u8':
            return view.getUint8(0);
        case 'i8':
            return view.getInt8(0);
        case 'u16':
            return view.getUint16(0, true);
        case 'i16':
            return view.getInt16(0, true);
        case 'u32':
            return view.getUint32(0, true);
        case 'i32':
            return view.getInt32(0, true);
        case 'f32':
            return view.getFloat32(0, true);
        case 'u64':
            return view.getBigUint64(0, true);
        case 'i64':
            return view.getBigInt64(0, true);
        case 'f64':
            return view.getFloat64(0, true);
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/array-value.js



class GgufArray {
    type;
    length;
    offset;
    source;
    constructor(source, type, length, offset) {
        this.source = source;
        this.type = type;
        this.length = length;
        this.offset = offset;
    }
    first(count) {
        const length = Math.min(count, this.length);
        return new GgufArray(this.source, this.type, length, this.offset);
    }
    numbers() {
        if (this.type === 'string')
            throw new TypeError('an array of strings has no numbers');
        const raw = new Uint8Array(this.length * VALUE_BYTES[this.type]);
        this.source.read(raw, this.offset);
        return new TYPED_ARRAYS[this.type](raw.buffer);
    }
    strings() {
        const all = [];
        const units = new Uint16Array(STRETCH);
        const text = external_node_buffer_namespaceObject.Buffer.from(units.buffer);
        let ends = [];
        const cut = () => {
            const stretch = text.toString('utf16le', 0, 2 * (ends.at(-1) ?? 0));
            ends.forEach((end, at) => all.push(stretch.slice(ends[at - 1] ?? 0, end)));
            ends = [];
        };
        this.eachString((bytes, from, to) => {
            if ((ends.at(-1) ?? 0) + to - from > STRETCH)
                cut();
            const end = to - from > STRETCH ? -1 : shortUnits(bytes, from, to, units, ends.at(-1) ?? 0);
            if (end >= 0)
                ends.push(end);
            else {
                cut();
                all.push(bytes.toString('utf8', from, to));
            }
        });
        cut();
        return all;
    }
    eachString(each) {
        if (this.type !== 'string')
            throw new TypeError(`an array of ${this.type} has no strings`);
        new Cursor(this.source, this.offset).strings(this.length, 'array', each);
    }
}
const STRETCH = 1 << 15;
function shortUnits(bytes, from, to, units, start) {
    let at = start;
    for (let index = from; index < to; at++) {
        const first = bytes[index++];
        if (first < 0x80) {
            units[at] = first;
            continue;
        }
        const second = bytes[index++];
        if (first < 0xc2 || first > 0xdf || index > to || (second & 0xc0) !== 0x80)
            return -1;
        units[at] = ((first & 0x1f) << 6) | (second & 0x3f);
    }
    return at;
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./build/js/kernels/gguf/byte-source.js




function bufferSource(bytes, name = 'buffer') {
    return {
        name,
        size: bytes.length,
        read: (into, at) => into.set(bytes.subarray(at, at + into.length)),
    };
}
function openFile(path) {
    let fd;
    try {
        fd = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
    }
    catch (error) {
        const { code = 'unknown' } = error;
        throw new FlowError('not-found', `cannot be opened (${code})`, {
            at: path,
            fix: 'give the path of a GGUF file that you may read',
            cause: error,
        });
    }
    const stat = (0,external_node_fs_namespaceObject.fstatSync)(fd);
    if (!stat.isFile()) {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
        throw new FlowError('bad-input', `is ${stat.isDirectory() ? 'a folder' : 'no regular file'}`, {
            at: path,
            fix: 'give the path of a GGUF file',
        });
    }
    const name = (0,external_node_path_namespaceObject.basename)(path);
    return {
        name,
        size: stat.size,
        read: (into, at) => {
            let done = 0;
            while (done < into.length) {
                const got = (0,external_node_fs_namespaceObject.readSync)(fd, into, done, into.length - done, at + done);
                if (got === 0)
                    throw new GgufError('changed', { file: name, offset: at + done, field: 'file' }, `the file had ${stat.size} bytes when it was opened, and ends here now`);
                done += got;
            }
        },
        close: () => (0,external_node_fs_namespaceObject.closeSync)(fd),
    };
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/tensor-types.js
const blocks = (block, bytes) => (rows, columns) => rows * (columns / block) * bytes;
const TAIL = 32;
function tl2CodeBytes(rows, columns) {
    const triples = Math.floor(Math.floor(((columns - 256) * rows) / 3) * 5) / 8;
    const pairs = Math.floor(Math.floor((256 * rows) / 2) * 4) / 8;
    return Math.floor(triples) + Math.floor(pairs);
}
const ggml = (name, id, block, bytes) => ({
    name,
    id,
    origin: 'ggml',
    block,
    size: blocks(block, bytes),
});
const fork = (name, id, block, size) => ({
    name,
    id,
    origin: 'bitnet.cpp',
    block,
    size,
});
const TENSOR_TYPES = [
    ggml('F32', 0, 1, 4),
    ggml('F16', 1, 1, 2),
    ggml('Q4_0', 2, 32, 18),
    ggml('Q4_1', 3, 32, 20),
    ggml('Q5_0', 6, 32, 22),
    ggml('Q5_1', 7, 32, 24),
    ggml('Q8_0', 8, 32, 34),
    ggml('Q8_1', 9, 32, 36),
    ggml('Q2_K', 10, 256, 84),
    ggml('Q3_K', 11, 256, 110),
    ggml('Q4_K', 12, 256, 144),
    ggml('Q5_K', 13, 256, 176),
    ggml('Q6_K', 14, 256, 210),
    ggml('Q8_K', 15, 256, 292),
    ggml('IQ2_XXS', 16, 256, 66),
    ggml('IQ2_XS', 17, 256, 74),
    ggml('IQ3_XXS', 18, 256, 98),
    ggml('IQ1_S', 19, 256, 50),
    ggml('IQ4_NL', 20, 32, 18),
    ggml('IQ3_S', 21, 256, 110),
    ggml('IQ2_S', 22, 256, 82),
    ggml('IQ4_XS', 23, 256, 136),
    ggml('I8', 24, 1, 1),
    ggml('I16', 25, 1, 2),
    ggml('I32', 26, 1, 4),
    ggml('I64', 27, 1, 8),
    ggml('F64', 28, 1, 8),
    ggml('IQ1_M', 29, 256, 56),
    ggml('BF16', 30, 1, 2),
    ggml('TQ1_0', 34, 256, 54),
    ggml('TQ2_0', 35, 256, 66),
    fork('I2_S', 36, 128, (rows, columns) => (rows * columns) / 4 + TAIL),
    fork('TL1', 38, 4, (rows, columns) => (rows * columns) / 4 + TAIL),
    fork('TL2', 39, 32, (rows, columns) => Math.ceil(tl2CodeBytes(rows, columns) / 32) * 32 + TAIL),
    ggml('MXFP4', 39, 32, 17),
    ggml('NVFP4', 40, 64, 36),
    ggml('Q1_0', 41, 128, 18),
    ggml('Q2_0', 42, 64, 18),
];
const REMOVED = {
    4: 'Q4_2',
    5: 'Q4_3',
    31: 'Q4_0_4_4',
    32: 'Q4_0_4_8',
    33: 'Q4_0_8_8',
    36: 'IQ4_NL_4_4',
    37: 'IQ4_NL_4_8',
    38: 'IQ4_NL_8_8',
};
function isBitnet(architecture) {
    return /^bitnet(-|$)/.test(architecture);
}
function tensorType(name) {
    return TENSOR_TYPES.find((type) => type.name === name);
}
function resolveType(question) {
    const { id, architecture, rows, columns, span, alignment } = question;
    const meanings = TENSOR_TYPES.filter((type) => type.id === id);
    if (meanings.length === 0) {
        const removed = REMOVED[id];
        return {
            rule: 'tensor-type',
            reason: removed === undefined ? `is ${id}, which no program knows` : `is ${id}: ${removed} was removed from ggml`,
        };
    }
    const whole = meanings.filter(({ block, name }) => columns % block === 0 && (name !== 'TL2' || columns >= 256));
    if (whole.length === 0)
        return {
            rule: 'row-block',
            reason: `${meanings.map(({ name, block }) => `${name} has blocks of ${block} weights`).join(', ')}; a row has ${columns}`,
        };
    const sized = whole.map((type) => ({ type, bytes: type.size(rows, columns) }));
    const fits = sized.filter(({ bytes }) => span >= bytes && span - bytes < alignment);
    const home = (list) => list.find(({ type }) => (type.origin === 'bitnet.cpp') === isBitnet(architecture)) ?? list[0];
    const fitting = home(fits);
    if (fitting !== undefined)
        return fitting;
    const likely = home(sized);
    if (likely.type.origin === 'bitnet.cpp' && !isBitnet(architecture))
        return {
            rule: 'tensor-type',
            reason: `is ${id} in architecture ${JSON.stringify(architecture.slice(0, 40))}: ` +
                `${likely.type.name} of this shape has ${likely.bytes} bytes, the file has ${span} here` +
                (REMOVED[id] === undefined ? '' : `, and ${REMOVED[id]} was removed from ggml`),
        };
    return likely;
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/file-types.js

const GGML = {
    0: 'F32',
    1: 'F16',
    2: 'Q4_0',
    3: 'Q4_1',
    7: 'Q8_0',
    8: 'Q5_0',
    9: 'Q5_1',
    10: 'Q2_K',
    11: 'Q3_K_S',
    12: 'Q3_K_M',
    13: 'Q3_K_L',
    14: 'Q4_K_S',
    15: 'Q4_K_M',
    16: 'Q5_K_S',
    17: 'Q5_K_M',
    18: 'Q6_K',
    19: 'IQ2_XXS',
    20: 'IQ2_XS',
    21: 'Q2_K_S',
    22: 'IQ3_XS',
    23: 'IQ3_XXS',
    24: 'IQ1_S',
    25: 'IQ4_NL',
    26: 'IQ3_S',
    27: 'IQ3_M',
    28: 'IQ2_S',
    29: 'IQ2_M',
    30: 'IQ4_XS',
    31: 'IQ1_M',
    32: 'BF16',
    36: 'TQ1_0',
    37: 'TQ2_0',
    38: 'MXFP4_MOE',
    39: 'NVFP4',
    40: 'Q1_0',
};
const BITNET = { 38: 'TL1', 39: 'TL2', 40: 'I2_S', 137: 'I2_S' };
function fileType(id, architecture, present) {
    const names = [BITNET[id], GGML[id]];
    const [first, second] = isBitnet(architecture) ? names : names.reverse();
    const bySpan = [first, second].find((name) => name !== undefined && present.has(name));
    const name = bySpan ?? first ?? second;
    const other = [first, second].find((candidate) => candidate !== undefined && candidate !== name);
    return { id, name, other };
}
function mainTensorType({ name }) {
    if (name === undefined)
        return undefined;
    if (/^Q[2-6]_K/.test(name))
        return name.slice(0, 4);
    return name.replace(/_(MOE|M|XS)$/, (suffix) => (suffix === '_MOE' ? '' : suffix));
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/metadata.js


const MAX_KEY = 0xffff;
function readMetadata(cursor, count) {
    const entries = new Map();
    for (let at = 1; at <= count; at++) {
        const field = `key ${at} of ${count}`;
        const start = cursor.offset;
        const key = cursor.text(field, MAX_KEY, 'key-length');
        if (key === '')
            cursor.refuse('key-empty', field, 'is empty', start);
        if (entries.has(key))
            cursor.refuse('key-duplicate', field, `${quoted(key)} stands there twice`, start);
        const type = readType(cursor, quoted(key));
        const offset = cursor.offset;
        entries.set(key, { key, type, value: readValue(cursor, type, key), offset });
    }
    return entries;
}
function quoted(name) {
    return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name).replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0).toString(16)}}`);
}
function readType(cursor, field) {
    const id = cursor.u32(`${field}, type`);
    const type = VALUE_TYPES[id];
    if (type === undefined)
        return cursor.refuse('value-type', `${field}, type`, `is ${id}, which is no value type`, cursor.offset - 4);
    return type;
}
function readValue(cursor, type, key) {
    const field = quoted(key);
    if (type === 'array')
        return readArray(cursor, key);
    if (type === 'string')
        return cursor.text(field);
    if (type === 'bool') {
        const byte = cursor.u8(field);
        if (byte > 1)
            cursor.refuse('bool', field, `is ${byte}, neither 0 nor 1`, cursor.offset - 1);
        return byte === 1;
    }
    return readFixed(cursor.view(VALUE_BYTES[type], field), type);
}
function readArray(cursor, key) {
    const field = quoted(key);
    const type = readType(cursor, `${field}, elements`);
    if (type === 'array')
        return cursor.refuse('array-nested', `${field}, elements`, 'is an array of arrays', cursor.offset - 4);
    const unit = type === 'string' ? 8 : VALUE_BYTES[type];
    const length = cursor.count(unit, `${field}, length`, 'elements');
    const start = cursor.offset;
    if (type === 'string')
        cursor.strings(length, field);
    else if (type === 'bool')
        cursor.pieces(length, field, (piece, offset) => {
            const bad = piece.findIndex((byte) => byte > 1);
            if (bad >= 0)
                cursor.refuse('bool', `${field}[${offset + bad - start}]`, `is ${piece[bad]}, neither 0 nor 1`, offset + bad);
        });
    else
        cursor.skip(length * unit);
    return new GgufArray(cursor.source, type, length, start);
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/place-tensors.js



function placeTensors(source, infos, section) {
    const refuse = (rule, offset, { name }, reason) => {
        throw new GgufError(rule, { file: source.name, offset, field: quoted(name) }, reason);
    };
    const { alignment, dataStart } = section;
    const available = source.size - dataStart;
    for (const info of infos) {
        if (info.offset % alignment !== 0)
            refuse('offset-unaligned', info.at.offset, info, `begins at ${info.offset}, no multiple of ${alignment}`);
        if (info.offset >= available)
            refuse('past-end', info.at.offset, info, `begins at byte ${info.offset} of the data, of which the file has ${Math.max(0, available)}`);
    }
    const sorted = [...infos].sort((a, b) => a.offset - b.offset);
    const placed = new Map();
    sorted.forEach((info, at) => {
        const span = (sorted[at + 1]?.offset ?? available) - info.offset;
        const answer = resolveType({ ...info, id: info.typeId, ...section, span });
        if ('rule' in answer)
            return refuse(answer.rule, answer.rule === 'row-block' ? info.at.dims : info.at.type, info, answer.reason);
        const { type, bytes } = answer;
        if (bytes > available - info.offset)
            refuse('past-end', info.at.offset, info, `${type.name} of ${info.dims.join(' x ')} has ${bytes} bytes; the file ends after ${available - info.offset} of them`);
        placed.set(info, { ...info, type, bytes, span, start: dataStart + info.offset });
    });
    sorted.forEach((info, at) => {
        const { bytes, span, type } = placed.get(info);
        if (at + 1 < sorted.length && bytes > span) {
            const next = sorted[at + 1];
            refuse('overlap', next.at.offset, next, `begins ${bytes - span} bytes before the end of ${quoted(info.name)}, which is ${type.name} of ${bytes} bytes`);
        }
    });
    let expected = 0;
    infos.forEach((info, at) => {
        if (info.offset !== expected) {
            if (sorted[at] !== info)
                refuse('order', info.at.offset, info, `begins at ${info.offset}; in the order of the list it would be ${expected}`);
            refuse('gap', info.at.offset, info, `begins at ${info.offset}, ${info.offset - expected} bytes later than it may`);
        }
        expected = Math.ceil((info.offset + placed.get(info).bytes) / alignment) * alignment;
    });
    return infos.map((info) => placed.get(info));
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/tensor-infos.js

const MAX_NAME = 63;
const MAX_DIMS = 4;
function readTensorInfos(cursor, count) {
    const infos = [];
    const names = new Set();
    for (let index = 1; index <= count; index++) {
        const field = `tensor ${index} of ${count}`;
        const start = cursor.offset;
        const name = cursor.text(field, MAX_NAME, 'name-length');
        if (name === '')
            cursor.refuse('name-empty', field, 'has no name', start);
        if (names.has(name))
            cursor.refuse('name-duplicate', field, `${quoted(name)} stands there twice`, start);
        names.add(name);
        infos.push(readInfo(cursor, name, start));
    }
    return infos;
}
function readInfo(cursor, name, start) {
    const field = quoted(name);
    const count = cursor.u32(`${field}, dimensions`);
    if (count < 1 || count > MAX_DIMS)
        cursor.refuse('dims-count', field, `has ${count} dimensions`, cursor.offset - 4);
    const dimsAt = cursor.offset;
    const dims = [];
    for (let at = 0; at < count; at++) {
        const dim = cursor.u64(`${field}, dimension ${at}`);
        if (dim === 0n)
            cursor.refuse('dim-zero', field, `dimension ${at} is 0`, cursor.offset - 8);
        dims.push(dim);
    }
    const product = dims.reduce((all, dim) => all * dim, 1n);
    if (product > BigInt(Number.MAX_SAFE_INTEGER))
        cursor.refuse('dims-product', field, `has ${dims.join(' x ')} = ${product} elements`, dimsAt);
    const typeAt = cursor.offset;
    const typeId = cursor.u32(`${field}, type`);
    const offsetAt = cursor.offset;
    const offset = cursor.u64(`${field}, offset`);
    if (offset > BigInt(cursor.source.size))
        cursor.refuse('past-end', field, `begins at byte ${offset} of the data; the file has ${cursor.source.size}`, offsetAt);
    return {
        name,
        dims: dims.map(Number),
        columns: Number(dims[0]),
        rows: Number(product / dims[0]),
        typeId,
        offset: Number(offset),
        at: { name: start, dims: dimsAt, type: typeAt, offset: offsetAt },
    };
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/read.js




const MIN_ENTRY = 8 + 1 + 4 + 1;
const MIN_INFO = 8 + 1 + 4 + 8 + 4 + 8;
const MAX_KEYS = 1 << 12;
const MAX_TENSORS = 1 << 16;
function readGguf(source) {
    const cursor = new Cursor(source);
    const magic = cursor.u32('magic');
    if (magic !== 0x4655_4747)
        cursor.refuse('magic', 'magic', `is 0x${magic.toString(16).padStart(8, '0')}; this is no GGUF file`, 0);
    const version = readVersion(cursor);
    const tensorCount = readCount(cursor, MIN_INFO, MAX_TENSORS, 'tensor count', 'tensors');
    const entryCount = readCount(cursor, MIN_ENTRY, MAX_KEYS, 'key count', 'keys');
    if (entryCount * MIN_ENTRY + tensorCount * MIN_INFO > cursor.left)
        cursor.refuse('count', 'tensor count', `${tensorCount} tensors and ${entryCount} keys do not fit into the ${cursor.left} bytes that are left`, 8);
    const metadata = readMetadata(cursor, entryCount);
    const { architecture, alignment } = required(cursor, metadata);
    const infos = readTensorInfos(cursor, tensorCount);
    const headerEnd = cursor.offset;
    const dataStart = infos.length === 0 ? headerEnd : Math.ceil(headerEnd / alignment) * alignment;
    const tensors = placeTensors(source, infos, { architecture, alignment, dataStart });
    const last = tensors.at(-1);
    const dataEnd = last === undefined ? dataStart : last.start + last.bytes;
    return { source, version, alignment, architecture, metadata, tensors, headerEnd, dataStart, dataEnd };
}
function readVersion(cursor) {
    const version = cursor.u32('version');
    if (version === 2 || version === 3)
        return version;
    if (version !== 0 && (version & 0xffff) === 0)
        return cursor.refuse('big-endian', 'version', 'the file is written for a big-endian machine', 4);
    return cursor.refuse('version', 'version', `is ${version}; 2 and 3 are read`, 4);
}
function readCount(cursor, unit, limit, field, what) {
    const count = cursor.count(unit, field, what);
    if (count > limit)
        cursor.refuse('limit', field, `says ${count} ${what}; the limit is ${limit}`, cursor.offset - 8);
    return count;
}
const DEFAULT_ALIGNMENT = 32;
function required(cursor, metadata) {
    const name = metadata.get('general.architecture');
    if (name === undefined)
        return cursor.refuse('architecture', 'metadata', 'general.architecture is missing');
    if (typeof name.value !== 'string' || name.value === '')
        return cursor.refuse('architecture', 'general.architecture', name.value === '' ? 'is empty' : `is of type ${name.type}, not string`, name.offset);
    const entry = metadata.get('general.alignment');
    if (entry === undefined)
        return { architecture: name.value, alignment: DEFAULT_ALIGNMENT };
    const { type, value, offset } = entry;
    if (type !== 'u32' || typeof value !== 'number')
        return cursor.refuse('alignment', 'general.alignment', `is of type ${type}, not u32`, offset);
    if (value < 8 || value > 1 << 20 || (value & (value - 1)) !== 0)
        return cursor.refuse('alignment', 'general.alignment', `is ${value}`, offset);
    return { architecture: name.value, alignment: value };
}

;// CONCATENATED MODULE: ./build/js/src/parity/outcome.js
const grouped = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const counted = (count, what) => `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;
function table(rows, right = []) {
    const widths = [];
    for (const row of rows)
        row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
    return rows.map((row) => row
        .map((cell, at) => (right.includes(at) ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
        .join('  ')
        .trimEnd());
}

;// CONCATENATED MODULE: ./build/js/src/parity/gguf-inspect.js






function inspect({ file: path, tensors = false }) {
    const source = openFile(path);
    try {
        const file = readGguf(source);
        return { ok: true, lines: linesOf(file, tensors), json: jsonOf(file) };
    }
    finally {
        source.close();
    }
}
function fileTypeName(file) {
    const id = file.metadata.get('general.file_type')?.value;
    if (typeof id !== 'number')
        return undefined;
    return fileType(id, file.architecture, new Set(file.tensors.map(({ type }) => type.name))).name ?? `file type ${id}`;
}
function linesOf(file, all) {
    const name = fileTypeName(file);
    const head = [
        `GGUF ${file.version}`,
        printable(file.architecture, 40),
        ...(name === undefined ? [] : [name]),
        counted(file.metadata.size, 'key'),
        counted(file.tensors.length, 'tensor'),
        `${grouped(file.source.size)} bytes`,
    ];
    const lines = [`${printable(file.source.name, 80)}: ${head.join(', ')}`, ''];
    const keys = [...file.metadata.values()].map((entry) => [printable(entry.key, 60), typeOf(entry), shown(entry)]);
    lines.push(...table([['key', 'type', 'value'], ...keys]));
    if (file.tensors.length > 0)
        lines.push('', ...table([['type', 'tensors', 'weights', 'bytes'], ...perType(file)], [1, 2, 3]));
    if (all && file.tensors.length > 0) {
        const rows = file.tensors.map(({ name, type, dims, start, bytes }) => [
            printable(name, 64),
            type.name,
            dims.join(' x '),
            grouped(start),
            grouped(bytes),
        ]);
        lines.push('', ...table([['tensor', 'type', 'shape', 'first byte', 'bytes'], ...rows], [3, 4]));
    }
    return lines;
}
function perType({ tensors }) {
    const names = [...new Set(tensors.map(({ type }) => type.name))];
    const rows = names.map((name) => {
        const own = tensors.filter(({ type }) => type.name === name);
        const sum = (of) => own.reduce((all, tensor) => all + of(tensor), 0);
        return {
            name,
            count: own.length,
            weights: sum(({ rows, columns }) => rows * columns),
            bytes: sum(({ bytes }) => bytes),
        };
    });
    rows.sort((a, b) => b.bytes - a.bytes);
    return rows.map(({ name, count, weights, bytes }) => [name, grouped(count), grouped(weights), grouped(bytes)]);
}
function typeOf({ type, value }) {
    return value instanceof GgufArray ? `${value.type}[${value.length}]` : type;
}
const WIDTH = 60;
function f32Text(value) {
    for (let digits = 6; digits < 9; digits++) {
        const short = Number(value.toPrecision(digits));
        if (Math.fround(short) === value)
            return String(short);
    }
    return String(value);
}
function shown({ type, value }) {
    if (type === 'f32' && typeof value === 'number')
        return f32Text(value);
    if (typeof value === 'string')
        return printable(JSON.stringify(value), WIDTH);
    if (!(value instanceof GgufArray))
        return String(value);
    const first = firstOf(value);
    const more = value.length > first.length ? ', …' : '';
    return printable(first.map((each) => (typeof each === 'string' ? JSON.stringify(each) : String(each))).join(', ') + more, WIDTH);
}
const FIRST = 8;
function firstOf(array) {
    const { type } = array;
    const head = array.first(FIRST);
    if (type === 'string')
        return head.strings();
    const numbers = [...head.numbers()];
    return type === 'bool' ? numbers.map((each) => each === 1) : numbers;
}
const plain = (value) => typeof value === 'bigint'
    ? Number.isSafeInteger(Number(value))
        ? Number(value)
        : String(value)
    : typeof value === 'number' && !Number.isFinite(value)
        ? String(value)
        : value;
function jsonOf(file) {
    return {
        file: file.source.name,
        bytes: file.source.size,
        version: file.version,
        alignment: file.alignment,
        architecture: file.architecture,
        fileType: fileTypeName(file) ?? null,
        dataStart: file.dataStart,
        metadata: [...file.metadata.values()].map(({ key, type, value, offset }) => value instanceof GgufArray
            ? { key, type: `${value.type}[]`, length: value.length, first: firstOf(value).map(plain), offset }
            : { key, type, value: plain(value), offset }),
        tensors: file.tensors.map(({ name, type, typeId, dims, start, bytes }) => ({
            name,
            type: type.name,
            typeId,
            dims,
            offset: start,
            bytes,
        })),
    };
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/js/kernels/reference/float16.js
const view = new DataView(new ArrayBuffer(4));
function f32Bits(value) {
    view.setFloat32(0, value);
    return view.getUint32(0);
}
function f32FromBits(bits) {
    view.setUint32(0, bits);
    return view.getFloat32(0);
}
function f16ToNumber(bits) {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0)
        return sign * fraction * 2 ** -24;
    if (exponent === 31)
        return fraction === 0 ? sign * Infinity : NaN;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
function f16FromNumber(value) {
    const bits = f32Bits(value);
    const sign = (bits >>> 16) & 0x8000;
    const exponent = (bits >>> 23) & 0xff;
    const fraction = bits & 0x7fffff;
    if (exponent === 255)
        return sign | (fraction === 0 ? 0x7c00 : 0x7e00 | (fraction >>> 13));
    const rebased = exponent - 112;
    if (rebased >= 31)
        return sign | 0x7c00;
    if (rebased > 0)
        return sign | roundOff((rebased << 23) | fraction, 13);
    if (rebased < -10)
        return sign;
    return sign | roundOff(fraction | 0x800000, 14 - rebased);
}
function bf16ToNumber(bits) {
    return f32FromBits((bits << 16) >>> 0);
}
function bf16FromNumber(value) {
    const bits = f32Bits(value);
    if (Number.isNaN(value))
        return (bits >>> 16) | 0x40;
    return roundOff(bits, 16);
}
function halfUlp(type, value) {
    if (type === 'f32')
        return 0;
    const exponent = ((f32Bits(value) >>> 23) & 0xff) - 127;
    return type === 'f16' ? 2 ** (Math.max(exponent, -14) - 11) : 2 ** (exponent - 8);
}
function roundOff(bits, count) {
    const kept = Math.floor(bits / 2 ** count);
    const rest = bits - kept * 2 ** count;
    const half = 2 ** (count - 1);
    return rest > half || (rest === half && kept % 2 === 1) ? kept + 1 : kept;
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/lcg.js
const FACTOR = 1_664_525;
const STEP = 1_013_904_223;
class Lcg {
    state;
    constructor(seed, skipped = 0) {
        let factor = FACTOR;
        let step = STEP;
        this.state = seed | 0;
        for (let left = skipped; left > 0; left = Math.floor(left / 2)) {
            if (left % 2 === 1)
                this.state = (Math.imul(this.state, factor) + step) | 0;
            step = (Math.imul(step, factor) + step) | 0;
            factor = Math.imul(factor, factor);
        }
    }
    next() {
        this.state = (Math.imul(this.state, FACTOR) + STEP) | 0;
        return this.state >>> 16;
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/malformed.js

class MalformedBytes extends FlowError {
    offset;
    constructor(format, offset, message) {
        super('bad-input', `${format}: ${message}`, {
            at: `byte ${offset}`,
            fix: 'check the format, the shape and the parameters against the writer of these bytes, or fetch the file again',
        });
        this.name = 'MalformedBytes';
        this.offset = offset;
    }
}
function mustDivide(format, dimension, value, divisor) {
    if (value % divisor === 0)
        return;
    throw new FlowError('bad-input', `${format} needs ${dimension} in multiples of ${divisor}; ${dimension} is ${value}`, {
        at: dimension,
        fix: `use another format for this shape, or pad ${dimension} to ${Math.ceil(value / divisor) * divisor} with zero weights`,
    });
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/ternary.js

const MAX_WEIGHTS = 2 ** 30;
const MIN_NORMAL_F32 = 2 ** -126;
function tensorScale(value) {
    return { per: 'tensor', values: Float32Array.of(value) };
}
function partScale(values, rows) {
    let end = 0;
    return { per: 'part', values: Float32Array.from(values), rowEnds: rows.map((count) => (end += count)) };
}
function ternaryMatrix(shape, codes, scale) {
    checkShape(shape);
    const { rows, columns } = shape;
    if (codes.length !== rows * columns) {
        throw new FlowError('bad-input', `${codes.length} codes for ${rows} x ${columns} weights`, {
            at: 'codes',
            fix: `pass ${rows * columns} codes, row by row`,
        });
    }
    const wrong = codes.findIndex((code) => code < -1 || code > 1);
    if (wrong >= 0) {
        throw new FlowError('bad-input', `weight ${place(shape, wrong)} has code ${codes[wrong]}; a ternary code is -1, 0 or 1`, {
            at: `codes[${wrong}]`,
        });
    }
    const matrix = { rows, columns, codes, scale };
    checkScale(matrix);
    return matrix;
}
function checkShape({ rows, columns }) {
    for (const [name, value] of [
        ['rows', rows],
        ['columns', columns],
    ]) {
        if (!Number.isSafeInteger(value) || value < 1) {
            throw new FlowError('bad-input', `${name} is ${value}`, {
                at: name,
                fix: `give ${name} as a whole number from 1`,
            });
        }
    }
    if (rows * columns >= MAX_WEIGHTS) {
        throw new FlowError('bad-input', `${rows} x ${columns} weights are more than the ${MAX_WEIGHTS - 1} that one matrix can hold`, {
            at: 'shape',
            fix: 'split the matrix by rows',
        });
    }
}
function scaleSpans({ rows, columns, scale }) {
    const count = rows * columns;
    const ends = spanEnds(scale, count, columns);
    return ends.map((end, index) => ({ start: index === 0 ? 0 : ends[index - 1], end, value: scale.values[index] }));
}
function dequantize(matrix) {
    const weights = new Float32Array(matrix.codes.length);
    for (const { start, end, value } of scaleSpans(matrix)) {
        for (let i = start; i < end; i++)
            weights[i] = matrix.codes[i] * value;
    }
    return weights;
}
function place({ columns }, index) {
    return `(row ${Math.floor(index / columns)}, column ${index % columns})`;
}
function spanEnds(scale, count, columns) {
    switch (scale.per) {
        case 'tensor':
            return [count];
        case 'part':
            return scale.rowEnds.map((end) => end * columns);
        case 'block':
            return Array.from({ length: Math.ceil(count / scale.block) }, (_, i) => (i + 1) * scale.block);
    }
}
function checkScale(matrix) {
    const { rows, columns, codes, scale } = matrix;
    const ends = spanEnds(scale, rows * columns, columns);
    const ascending = ends.every((end, i) => Number.isSafeInteger(end) && end > (i === 0 ? 0 : ends[i - 1]));
    if (ends.length !== scale.values.length || !ascending || ends.at(-1) !== rows * columns) {
        throw new FlowError('bad-input', `${scale.values.length} scales per ${scale.per} do not cover ${rows} x ${columns} weights`, {
            at: 'scale',
            fix: 'give one scale for each span, and spans that end at the last weight',
        });
    }
    for (const [index, { start, end, value }] of scaleSpans(matrix).entries()) {
        const problem = scaleProblem(value, () => isZero(codes, start, end));
        if (problem !== undefined) {
            throw new FlowError('bad-input', `scale ${index} ${problem}`, { at: `scale.values[${index}]` });
        }
    }
}
function scaleProblem(value, codesAreZero) {
    if (Number.isNaN(value))
        return 'is NaN';
    if (!Number.isFinite(value))
        return 'is infinite';
    if (value < 0)
        return `is negative (${value})`;
    if (value !== 0 && value < MIN_NORMAL_F32)
        return `is subnormal (${value})`;
    if (value === 0 && !codesAreZero())
        return 'is 0 for weights whose codes are not all 0';
    return undefined;
}
function isZero(codes, start, end) {
    for (let i = start; i < end; i++)
        if (codes[i] !== 0)
            return false;
    return true;
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/format.js



const NO_TILES = { BM: 0, BK: 0, bm: 0 };
function defineFormat(rules) {
    const layout = (shape, options = {}) => {
        checkShape(shape);
        const tiles = tilesOf(rules, options);
        rules.check(shape, tiles);
        return rules.layout(shape, tiles);
    };
    const unpackCodes = (bytes, shape, options = {}) => {
        const expected = layout(shape, options).bytes;
        if (bytes.length !== expected) {
            const kind = bytes.length < expected ? 'cut short' : 'too long';
            const sizes = `${bytes.length} bytes where ${shape.rows} x ${shape.columns} weights take ${expected}`;
            throw new MalformedBytes(rules.name, Math.min(bytes.length, expected), `${kind}: ${sizes}`);
        }
        const codes = new Int8Array(shape.rows * shape.columns);
        rules.read(bytes, codes, shape, tilesOf(rules, options));
        return codes;
    };
    return {
        ...rules,
        layout,
        storedScale: (matrix) => rules.scale.stored(rules.name, matrix),
        pack: (matrix, options = {}) => {
            const { bytes: size, codeBytes } = layout(matrix, options);
            const { codes, scale } = ternaryMatrix(matrix, matrix.codes, matrix.scale);
            const stored = rules.scale.stored(rules.name, { ...matrix, codes, scale });
            const bytes = new Uint8Array(size);
            rules.write(codes, bytes, matrix, tilesOf(rules, options));
            rules.scale.write(stored, bytes, codeBytes);
            return bytes;
        },
        unpackCodes,
        unpack: (bytes, shape, options = {}) => {
            const codes = unpackCodes(bytes, shape, options);
            const { codeBytes } = layout(shape, options);
            const scale = rules.scale.read(rules.name, bytes, codeBytes, { ...shape, codes }, options.scale);
            return ternaryMatrix(shape, codes, scale);
        },
    };
}
function tilesOf(rules, { tiles }) {
    if (rules.tiled !== true) {
        if (tiles === undefined)
            return NO_TILES;
        throw new FlowError('bad-input', `${rules.name} has no tile sizes, and some were given`, {
            at: 'tiles',
            fix: 'leave them out',
        });
    }
    if (tiles === undefined) {
        throw new FlowError('bad-input', `${rules.name} bytes mean nothing without their tile sizes`, {
            at: 'tiles',
            fix: 'give BM, BK and bm of the kernel that the file was made for',
        });
    }
    for (const name of ['BM', 'BK', 'bm']) {
        if (Number.isSafeInteger(tiles[name]) && tiles[name] > 0)
            continue;
        throw new FlowError('bad-input', `${name} is ${tiles[name]}`, {
            at: name,
            fix: `give ${name} as a whole number from 1`,
        });
    }
    return tiles;
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/quotient.js
function quotient(a, b) {
    return (a / b) | 0;
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/scale-store.js




const TAIL_BYTES = 32;
const tailScale = {
    where: 'tail',
    type: 'f32',
    stored: (format, { scale }) => {
        if (scale.per === 'tensor')
            return scale;
        throw new FlowError('bad-input', `${format} keeps one scale; this matrix has ${scale.values.length} per ${scale.per}`, {
            at: 'scale',
            fix: 'pack each part as a matrix of its own',
        });
    },
    write: (scale, bytes, codeBytes) => viewOf(bytes).setFloat32(codeBytes, scale.values[0], true),
    read: (format, bytes, codeBytes, { codes }) => {
        const value = viewOf(bytes).getFloat32(codeBytes, true);
        const problem = scaleProblem(value, () => isZero(codes, 0, codes.length));
        if (problem !== undefined)
            throw new MalformedBytes(format, codeBytes, `the scale ${problem}`);
        return { per: 'tensor', values: Float32Array.of(value) };
    },
};
function blockScale(block, at) {
    return {
        where: 'blocks',
        type: 'f16',
        stored: (format, matrix) => {
            const scale = perBlock(format, matrix, block);
            for (let i = 0; i < scale.values.length; i++) {
                const zero = isZero(matrix.codes, i * block, (i + 1) * block);
                scale.values[i] = zero ? 0 : narrowed(format, 'f16', scale.values[i], `scale of block ${i}`);
            }
            return scale;
        },
        write: (scale, bytes) => {
            const view = viewOf(bytes);
            scale.values.forEach((value, i) => view.setUint16(at(i), f16FromNumber(value), true));
        },
        read: (format, bytes, _, { codes }) => {
            const view = viewOf(bytes);
            const values = new Float32Array(codes.length / block);
            for (let i = 0; i < values.length; i++) {
                const value = f16ToNumber(view.getUint16(at(i), true));
                const problem = scaleProblem(value, () => isZero(codes, i * block, (i + 1) * block));
                if (problem !== undefined)
                    throw new MalformedBytes(format, at(i), `the scale of block ${i} ${problem}`);
                values[i] = value;
            }
            return { per: 'block', values, block };
        },
    };
}
function scaleApart(type, shape) {
    const stored = (format, matrix) => {
        const scale = shape(format, matrix);
        return { ...scale, values: scale.values.map((value, i) => narrowed(format, type, value, `scale ${i}`)) };
    };
    return {
        where: 'apart',
        type,
        stored,
        write: () => undefined,
        read: (format, _bytes, _codeBytes, codes, given) => {
            if (given !== undefined)
                return given;
            throw new FlowError('bad-input', `${format} keeps its scales apart from the codes, and none were given`, {
                at: 'scale',
                fix: `pass the scales that belong to these ${codes.rows} x ${codes.columns} weights`,
            });
        },
    };
}
function perBlock(format, matrix, block) {
    const count = matrix.rows * matrix.columns;
    const values = new Float32Array(count / block);
    for (const { start, end, value } of scaleSpans(matrix)) {
        if (start % block !== 0 || end % block !== 0) {
            throw new FlowError('bad-input', `${format} keeps a scale for each ${block} weights; here one ends at weight ${end}`, {
                at: 'scale',
                fix: `give scales whose spans are multiples of ${block} weights`,
            });
        }
        values.fill(value, start / block, end / block);
    }
    return { per: 'block', values, block };
}
function narrowed(format, type, value, what) {
    if (type === 'f32')
        return value;
    const rounded = type === 'f16' ? f16ToNumber(f16FromNumber(value)) : bf16ToNumber(bf16FromNumber(value));
    if (Number.isFinite(rounded) && (rounded !== 0 || value === 0))
        return rounded;
    throw new FlowError('bad-input', `${format} stores scales as ${type}, which turns ${value} into ${rounded}`, {
        at: what,
        fix: 'use a format with f32 scales for this matrix',
    });
}
function viewOf(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/tl2.js






const tl2_name = 'TL2';
const STRIP = 32;
const SWAP = [0, 2, 1, 3];
const MIN_COLUMNS = 256;
function tl2Sections({ rows, columns }, { BK }) {
    const tripleColumns = quotient(columns, BK) * BK;
    const pairColumns = columns - tripleColumns;
    const signsAt = (rows * tripleColumns) / 6;
    const pairsAt = signsAt + (rows * tripleColumns) / 24;
    const paddingAt = pairsAt + (rows * pairColumns) / 4;
    const triples = Math.floor((Math.floor(((columns - 256) * rows) / 3) * 5) / 8);
    const pairs = (256 * rows) / 4;
    return { tripleColumns, pairColumns, signsAt, pairsAt, paddingAt, end: Math.ceil((triples + pairs) / 32) * 32 };
}
function tl2IndexAt(row, triple, { tripleColumns }, { BM, BK }) {
    const inTile = triple % (BK / 3);
    let byte = tileOf(row, quotient(triple, BK / 3), tripleColumns / BK, BM);
    byte = byte * (BK / 6) + (inTile >>> 1);
    return (byte * STRIP + swapped(row)) * 8 + (inTile % 2 === 0 ? 4 : 0);
}
function tl2SignAt(row, triple, { signsAt, tripleColumns }, { BM, BK }) {
    const inTile = triple % (BK / 3);
    let word = tileOf(row, quotient(triple, BK / 3), tripleColumns / BK, BM);
    word = word * (BK / 24) + (inTile >>> 3);
    const lane = row % STRIP;
    const bit = 15 - (2 * (inTile & 7) + (lane >= 16 ? 1 : 0));
    return signsAt * 8 + (word * 16 + (lane & 15)) * 16 + bit;
}
function tl2PairAt(row, pair, { pairsAt, pairColumns }, { BM }) {
    const inTile = pair & 15;
    let byte = tileOf(row, pair >>> 4, pairColumns / 32, BM);
    byte = byte * 8 + (inTile >>> 1);
    return (pairsAt + byte * STRIP + swapped(row)) * 8 + (inTile % 2 === 0 ? 4 : 0);
}
const tl2 = defineFormat({
    id: 'tl2',
    name: tl2_name,
    about: 'a nibble and a sign bit for each three weights, in the order of the x86 kernel made for BM and BK; the columns left over as pairs',
    ggmlType: 39,
    tiled: true,
    scale: tailScale,
    check: (shape, tiles) => {
        const { rows, columns } = shape;
        const { BM, BK, bm } = tiles;
        if (bm !== STRIP) {
            throw new FlowError('bad-input', `${tl2_name} needs bm ${STRIP}; bm is ${bm}`, {
                at: 'bm',
                fix: `give bm as ${STRIP}`,
            });
        }
        mustDivide(tl2_name, 'BM', BM, STRIP);
        mustDivide(tl2_name, 'BK', BK, 24);
        mustDivide(tl2_name, 'rows', rows, BM);
        if (columns < MIN_COLUMNS) {
            throw new FlowError('bad-input', `${tl2_name} needs at least ${MIN_COLUMNS} columns; columns is ${columns}`, {
                at: 'columns',
                fix: 'use another format for this shape',
            });
        }
        mustDivide(tl2_name, `columns after whole tiles of ${BK}`, columns % BK, 32);
        const { paddingAt, end } = tl2Sections(shape, tiles);
        if (paddingAt > end) {
            throw new FlowError('bad-input', `${tl2_name} reserves ${end} bytes for this shape; with BK ${BK} the codes take ${paddingAt}`, {
                at: 'BK',
                fix: 'choose BK so that at most 256 columns are left after its whole tiles',
            });
        }
    },
    layout: (shape, tiles) => {
        const { end } = tl2Sections(shape, tiles);
        return { codeBytes: end, bytes: end + TAIL_BYTES };
    },
    write: (codes, bytes, shape, tiles) => {
        const sections = tl2Sections(shape, tiles);
        for (let row = 0; row < shape.rows; row++) {
            const first = row * shape.columns;
            for (let triple = 0; triple < sections.tripleColumns / 3; triple++) {
                const i = first + 3 * triple;
                const value = 9 * codes[i] + 3 * codes[i + 1] + codes[i + 2];
                const bit = tl2IndexAt(row, triple, sections, tiles);
                bytes[bit >>> 3] |= Math.abs(value) << (bit & 7);
                if (value >= 0)
                    continue;
                const sign = tl2SignAt(row, triple, sections, tiles);
                bytes[sign >>> 3] |= 1 << (sign & 7);
            }
            for (let pair = 0; pair < sections.pairColumns / 2; pair++) {
                const i = first + sections.tripleColumns + 2 * pair;
                const bit = tl2PairAt(row, pair, sections, tiles);
                bytes[bit >>> 3] |= (3 * codes[i] + codes[i + 1] + 4) << (bit & 7);
            }
        }
    },
    read: (bytes, codes, shape, tiles) => {
        const sections = tl2Sections(shape, tiles);
        for (let row = 0; row < shape.rows; row++) {
            const first = row * shape.columns;
            for (let triple = 0; triple < sections.tripleColumns / 3; triple++) {
                const i = first + 3 * triple;
                const bit = tl2IndexAt(row, triple, sections, tiles);
                const sign = tl2SignAt(row, triple, sections, tiles);
                const size = (bytes[bit >>> 3] >> (bit & 7)) & 15;
                const negative = (bytes[sign >>> 3] >> (sign & 7)) & 1;
                if (size > 13) {
                    throw new MalformedBytes(tl2_name, bit >>> 3, `a triple of size ${size}, for weight ${place(shape, i)}; the largest is 13`);
                }
                if (size === 0 && negative === 1) {
                    throw new MalformedBytes(tl2_name, sign >>> 3, `a minus sign for three zeros, for weight ${place(shape, i)}`);
                }
                const number = (negative === 1 ? -size : size) + 13;
                codes[i] = quotient(number, 9) - 1;
                codes[i + 1] = (quotient(number, 3) % 3) - 1;
                codes[i + 2] = (number % 3) - 1;
            }
            for (let pair = 0; pair < sections.pairColumns / 2; pair++) {
                const i = first + sections.tripleColumns + 2 * pair;
                const bit = tl2PairAt(row, pair, sections, tiles);
                const value = (bytes[bit >>> 3] >> (bit & 7)) & 15;
                if (value > 8)
                    throw new MalformedBytes(tl2_name, bit >>> 3, `a pair of value ${value}, for weight ${place(shape, i)}; a pair is 0 to 8`);
                codes[i] = quotient(value, 3) - 1;
                codes[i + 1] = (value % 3) - 1;
            }
        }
        for (let i = sections.paddingAt; i < sections.end; i++) {
            if (bytes[i] !== 0)
                throw new MalformedBytes(tl2_name, i, `padding byte ${bytes[i]} is not 0`);
        }
    },
});
function tileOf(row, columnTile, columnTiles, BM) {
    const rowTile = quotient(row, BM);
    const strip = quotient(row % BM, STRIP);
    return (rowTile * columnTiles + columnTile) * (BM / STRIP) + strip;
}
function swapped(row) {
    const lane = row % STRIP;
    return SWAP[lane >>> 3] * 8 + (lane & 7);
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/tiles.js




const TILES_KEY = 'bitnet_flow.tiles';
function tiles_tilesOf(metadata) {
    const value = metadata.get(TILES_KEY)?.value;
    if (!(value instanceof GgufArray) || value.type !== 'i32' || value.length !== 3)
        return undefined;
    const [BM = 0, BK = 0, bm = 0] = Array.from(value.numbers(), Number);
    return { BM, BK, bm };
}
function tl2Fits(shape, tiles) {
    try {
        tl2.layout(shape, { tiles });
        return true;
    }
    catch (error) {
        if (error instanceof FlowError)
            return false;
        throw error;
    }
}
function tl2Codes(bytes, shape, tiles) {
    try {
        return tl2.unpackCodes(bytes, shape, { tiles });
    }
    catch (error) {
        if (error instanceof MalformedBytes)
            return { offset: error.offset, reason: error.message };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/two-bit.js


function writeTwoBit({ bitAt, codeOf }, codes, bytes, shape) {
    let i = 0;
    for (let row = 0; row < shape.rows; row++) {
        for (let column = 0; column < shape.columns; column++) {
            const bit = bitAt(row, column, shape);
            bytes[bit >>> 3] |= codeOf[codes[i++] + 1] << (bit & 7);
        }
    }
}
function readTwoBit(coding, bytes, codes, shape) {
    const { name, bitAt, codeOf } = coding;
    const weightOf = [0, 1, 2, 3].map((code) => codeOf.indexOf(code) - 1);
    let i = 0;
    for (let row = 0; row < shape.rows; row++) {
        for (let column = 0; column < shape.columns; column++) {
            const bit = bitAt(row, column, shape);
            const code = (bytes[bit >>> 3] >> (bit & 7)) & 3;
            const weight = weightOf[code];
            if (weight === -2) {
                const bits = code.toString(2).padStart(2, '0');
                throw new MalformedBytes(name, bit >>> 3, `code ${bits} at shift ${bit & 7}, for weight ${place(shape, i)}, is no ternary weight`);
            }
            codes[i++] = weight;
        }
    }
}
function twoBit(coding) {
    return {
        codeOf: coding.codeOf,
        write: (codes, bytes, shape) => writeTwoBit(coding, codes, bytes, shape),
        read: (bytes, codes, shape) => readTwoBit(coding, bytes, codes, shape),
    };
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/bitnetrs-i2s32.js




const BLOCK = 32;
function bitAt(row, column, { columns }) {
    return 2 * (row * columns + column);
}
const bitnetrsI2s32 = defineFormat({
    id: 'bitnetrs_i2s32',
    name: 'BitNet.rs I2S/32',
    about: 'two bits a weight in order, codes 1 to 3, an f32 scale for each 32 weights kept apart: the quantisers of BitNet.rs',
    scale: scaleApart('f32', (format, matrix) => perBlock(format, matrix, BLOCK)),
    check: ({ columns }) => mustDivide('BitNet.rs I2S/32', 'columns', columns, BLOCK),
    layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
    ...twoBit({ name: 'BitNet.rs I2S/32', bitAt, codeOf: [1, 2, 3] }),
});
const bitnetrsCpuI2s32 = defineFormat({
    id: 'bitnetrs_cpu_i2s32',
    name: 'BitNet.rs CPU I2S/32',
    about: "two bits a weight in order, two's complement, an f32 scale for each 32 weights kept apart: BitNet.rs's device-aware quantiser",
    scale: scaleApart('f32', (format, matrix) => perBlock(format, matrix, BLOCK)),
    check: ({ columns }) => mustDivide('BitNet.rs CPU I2S/32', 'columns', columns, BLOCK),
    layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
    ...twoBit({ name: 'BitNet.rs CPU I2S/32', bitAt, codeOf: [3, 0, 1] }),
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/hf-u8.js






const hf_u8_name = 'HF uint8';
function hf_u8_bitAt(row, column, { rows, columns }) {
    const quarter = rows / 4;
    return ((row % quarter) * columns + column) * 8 + 2 * quotient(row, quarter);
}
const hfU8 = defineFormat({
    id: 'hf_u8',
    name: hf_u8_name,
    about: 'two bits a weight, four quarters of the rows in each byte: the checkpoint on Hugging Face; weight_scale is a tensor of its own',
    scale: scaleApart('f32', oneScale),
    check: ({ rows }) => mustDivide(hf_u8_name, 'rows', rows, 4),
    layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
    ...twoBit({ name: hf_u8_name, bitAt: hf_u8_bitAt, codeOf: [0, 1, 2] }),
});
function factorOfWeightScale(weightScale, layer) {
    return layer === 'AutoBitLinear' ? Math.fround(weightScale) : Math.fround(1 / Math.fround(weightScale));
}
function oneScale(format, { scale }) {
    if (scale.per === 'tensor')
        return scale;
    throw new FlowError('bad-input', `${format} has one weight_scale; this matrix has ${scale.values.length} per ${scale.per}`, {
        at: 'scale',
        fix: 'pack each part as a matrix of its own',
    });
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/i2-s.js




const i2_s_name = 'I2_S';
function i2_s_bitAt(row, column, { columns }) {
    const i = row * columns + column;
    const byte = (i >>> 7) * 32 + (i & 31);
    return byte * 8 + 6 - 2 * ((i & 127) >>> 5);
}
const i2s = defineFormat({
    id: 'i2_s',
    name: i2_s_name,
    about: 'two bits a weight, 128 weights interleaved over 32 bytes: the x86 build of BitNet and the files that are handed around',
    ggmlType: 36,
    scale: tailScale,
    check: ({ columns }) => mustDivide(i2_s_name, 'columns', columns, 128),
    layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
    ...twoBit({ name: i2_s_name, bitAt: i2_s_bitAt, codeOf: [0, 1, 2] }),
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/i2-s-arm64.js




const i2_s_arm64_name = 'I2_S (arm64)';
function i2_s_arm64_bitAt(row, column, { columns }) {
    const i = row * columns + column;
    const byte = (i >>> 6) * 16 + (i & 15);
    return byte * 8 + 6 - 2 * ((i & 63) >>> 4);
}
const i2sArm64 = defineFormat({
    id: 'i2_s_arm64',
    name: i2_s_arm64_name,
    about: 'two bits a weight, 64 weights interleaved over 16 bytes: what the ARM build of BitNet writes and expects as I2_S',
    ggmlType: 36,
    scale: tailScale,
    check: ({ columns }) => mustDivide(i2_s_arm64_name, 'columns', columns, 64),
    layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
    ...twoBit({ name: i2_s_arm64_name, bitAt: i2_s_arm64_bitAt, codeOf: [0, 1, 2] }),
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/i2-s-rows.js




const i2_s_rows_name = 'I2_S (rows)';
function i2_s_rows_bitAt(row, column, { columns }) {
    const byte = (row >>> 2) * columns + column;
    return byte * 8 + 6 - 2 * (row & 3);
}
const i2sRows = defineFormat({
    id: 'i2_s_rows',
    name: i2_s_rows_name,
    about: 'two bits a weight, four rows interleaved in each byte: what an x86 build of BitNet without ACT_PARALLEL writes as I2_S',
    ggmlType: 36,
    scale: tailScale,
    check: ({ rows }) => mustDivide(i2_s_rows_name, 'rows', rows, 4),
    layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
    ...twoBit({ name: i2_s_rows_name, bitAt: i2_s_rows_bitAt, codeOf: [0, 1, 2] }),
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/q2-0.js




const q2_0_name = 'Q2_0';
const q2_0_BLOCK = 64;
const BLOCK_BYTES = 18;
function q2_0_bitAt(row, column, { columns }) {
    const i = row * columns + column;
    const byte = (i >>> 6) * BLOCK_BYTES + 2 + ((i & 63) >>> 2);
    return byte * 8 + 2 * (i & 3);
}
const q20 = defineFormat({
    id: 'q2_0',
    name: q2_0_name,
    about: "two bits a weight in order, in blocks of 64 with an f16 scale before each: llama.cpp's; code 3 (weight 2) is not ternary",
    ggmlType: 42,
    scale: blockScale(q2_0_BLOCK, (index) => index * BLOCK_BYTES),
    check: ({ columns }) => mustDivide(q2_0_name, 'columns', columns, q2_0_BLOCK),
    layout: ({ rows, columns }) => {
        const bytes = ((rows * columns) / q2_0_BLOCK) * BLOCK_BYTES;
        return { bytes, codeBytes: bytes };
    },
    ...twoBit({ name: q2_0_name, bitAt: q2_0_bitAt, codeOf: [0, 1, 2] }),
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/tl1.js






const tl1_name = 'TL1';
function tl1NibbleAt(row, pair, { columns }, { BM, BK, bm }) {
    const by = 256 / bm;
    const rowTile = quotient(row, BM);
    const strip = quotient(row % BM, bm);
    const lane = row % bm;
    const columnTile = quotient(pair, BK / 2);
    const inTile = pair % (BK / 2);
    const step = quotient(inTile, by / 2);
    const inStep = inTile % (by / 2);
    let byte = rowTile * (columns / BK) + columnTile;
    byte = byte * (BM / bm) + strip;
    byte = byte * (BK / by) + step;
    byte = byte * (bm / 16) + (lane >>> 4);
    byte = byte * (by / 4) + (inStep >>> 1);
    byte = byte * 16 + (lane & 15);
    return byte * 8 + (inStep % 2 === 0 ? 4 : 0);
}
const tl1 = defineFormat({
    id: 'tl1',
    name: tl1_name,
    about: 'a nibble for each pair of weights, in the order of the ARM kernel made for BM, BK and bm',
    ggmlType: 38,
    tiled: true,
    scale: tailScale,
    check: ({ rows, columns }, { BM, BK, bm }) => {
        if (bm !== 32 && bm !== 64) {
            throw new FlowError('bad-input', `${tl1_name} needs bm 32 or 64; bm is ${bm}`, {
                at: 'bm',
                fix: 'give the bm of the kernel',
            });
        }
        mustDivide(tl1_name, 'rows', rows, BM);
        mustDivide(tl1_name, 'columns', columns, BK);
        mustDivide(tl1_name, 'BM', BM, bm);
        mustDivide(tl1_name, 'BK', BK, 256 / bm);
    },
    layout: ({ rows, columns }) => ({ codeBytes: (rows * columns) / 4, bytes: (rows * columns) / 4 + TAIL_BYTES }),
    write: (codes, bytes, shape, tiles) => {
        for (let row = 0; row < shape.rows; row++) {
            for (let pair = 0; pair < shape.columns / 2; pair++) {
                const i = row * shape.columns + 2 * pair;
                const bit = tl1NibbleAt(row, pair, shape, tiles);
                bytes[bit >>> 3] |= (3 * codes[i] + codes[i + 1] + 4) << (bit & 7);
            }
        }
    },
    read: (bytes, codes, shape, tiles) => {
        for (let row = 0; row < shape.rows; row++) {
            for (let pair = 0; pair < shape.columns / 2; pair++) {
                const i = row * shape.columns + 2 * pair;
                const bit = tl1NibbleAt(row, pair, shape, tiles);
                const value = (bytes[bit >>> 3] >> (bit & 7)) & 15;
                if (value > 8) {
                    const nibble = `the ${bit & 7 ? 'high' : 'low'} nibble is ${value}`;
                    throw new MalformedBytes(tl1_name, bit >>> 3, `${nibble}, for weight ${place(shape, i)}; a pair is 0 to 8`);
                }
                codes[i] = quotient(value, 3) - 1;
                codes[i + 1] = (value % 3) - 1;
            }
        }
    },
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/tq1-0.js




const tq1_0_name = 'TQ1_0';
const tq1_0_BLOCK = 256;
const tq1_0_BLOCK_BYTES = 54;
const POWERS = [81, 27, 9, 3, 1];
const RUNS = [
    { at: 0, bytes: 32, first: 0, trits: 5 },
    { at: 32, bytes: 16, first: 160, trits: 5 },
    { at: 48, bytes: 4, first: 240, trits: 4 },
];
function spread(value) {
    return Math.floor((value * 256 + 242) / 243);
}
const tq1_0_valueOf = Int16Array.from({ length: 256 }, () => -1);
for (let value = 0; value < 243; value++)
    tq1_0_valueOf[spread(value)] = value;
const tq10 = defineFormat({
    id: 'tq1_0',
    name: tq1_0_name,
    about: "five weights a byte in base 3, in blocks of 256 with an f16 scale behind each: llama.cpp's",
    ggmlType: 34,
    scale: blockScale(tq1_0_BLOCK, (index) => index * tq1_0_BLOCK_BYTES + 52),
    check: ({ columns }) => mustDivide(tq1_0_name, 'columns', columns, tq1_0_BLOCK),
    layout: ({ rows, columns }) => {
        const bytes = ((rows * columns) / tq1_0_BLOCK) * tq1_0_BLOCK_BYTES;
        return { bytes, codeBytes: bytes };
    },
    write: (codes, bytes) => {
        for (let block = 0; block < codes.length / tq1_0_BLOCK; block++) {
            for (const run of RUNS) {
                for (let j = 0; j < run.bytes; j++) {
                    let value = 0;
                    for (let n = 0; n < run.trits; n++)
                        value += (codes[block * tq1_0_BLOCK + run.first + j + run.bytes * n] + 1) * POWERS[n];
                    bytes[block * tq1_0_BLOCK_BYTES + run.at + j] = spread(value);
                }
            }
        }
    },
    read: (bytes, codes) => {
        for (let block = 0; block < codes.length / tq1_0_BLOCK; block++) {
            for (const run of RUNS) {
                for (let j = 0; j < run.bytes; j++) {
                    const offset = block * tq1_0_BLOCK_BYTES + run.at + j;
                    const value = tq1_0_valueOf[bytes[offset]];
                    if (value < 0 || (run.trits === 4 && value % 3 !== 0)) {
                        throw new MalformedBytes(tq1_0_name, offset, `byte ${bytes[offset]} stands for no ${run.trits} ternary weights`);
                    }
                    for (let n = 0; n < run.trits; n++) {
                        codes[block * tq1_0_BLOCK + run.first + j + run.bytes * n] = (quotient(value, POWERS[n]) % 3) - 1;
                    }
                }
            }
        }
    },
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/tq2-0.js




const tq2_0_name = 'TQ2_0';
const tq2_0_BLOCK = 256;
const tq2_0_BLOCK_BYTES = 66;
function tq2_0_bitAt(row, column, { columns }) {
    const i = row * columns + column;
    const byte = (i >>> 8) * tq2_0_BLOCK_BYTES + ((i & 255) >>> 7) * 32 + (i & 31);
    return byte * 8 + 2 * ((i & 127) >>> 5);
}
const tq20 = defineFormat({
    id: 'tq2_0',
    name: tq2_0_name,
    about: "two bits a weight in blocks of 256 with an f16 scale behind each: llama.cpp's; the bit order of I2_S mirrored",
    ggmlType: 35,
    scale: blockScale(tq2_0_BLOCK, (index) => index * tq2_0_BLOCK_BYTES + 64),
    check: ({ columns }) => mustDivide(tq2_0_name, 'columns', columns, tq2_0_BLOCK),
    layout: ({ rows, columns }) => {
        const bytes = ((rows * columns) / tq2_0_BLOCK) * tq2_0_BLOCK_BYTES;
        return { bytes, codeBytes: bytes };
    },
    ...twoBit({ name: tq2_0_name, bitAt: tq2_0_bitAt, codeOf: [0, 1, 2] }),
});

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/w2a8.js





const w2a8_name = 'W2A8';
const TILE_BYTES = 128;
const MAX_PARTS = 4;
function w2a8_bitAt(row, column, { columns }) {
    const tile = (row >>> 4) * (columns / 32) + (column >>> 5);
    const word = ((row & 15) >>> 3) * 16 + ((column & 31) >>> 4) * 8 + (row & 7);
    const byte = tile * TILE_BYTES + word * 4 + (column & 3);
    return byte * 8 + 2 * ((column & 15) >>> 2);
}
const w2a8 = defineFormat({
    id: 'w2a8',
    name: w2a8_name,
    about: "two bits a weight, codes 1 to 3, tiles of 16 rows by 32 columns: BitNet's GPU kernels; up to four bf16 scales lie apart",
    scale: scaleApart('bf16', upToFour),
    check: ({ rows, columns }) => {
        mustDivide(w2a8_name, 'rows', rows, 16);
        mustDivide(w2a8_name, 'columns', columns, 128);
    },
    layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
    ...twoBit({ name: w2a8_name, bitAt: w2a8_bitAt, codeOf: [1, 2, 3] }),
});
function upToFour(format, { scale }) {
    if (scale.per !== 'block' && scale.values.length <= MAX_PARTS)
        return scale;
    const seen = `${scale.values.length} per ${scale.per}`;
    throw new FlowError('bad-input', `${format} keeps at most ${MAX_PARTS} scales, one for each fused part; this matrix has ${seen}`, {
        at: 'scale',
        fix: 'pack fewer parts into one matrix',
    });
}

;// CONCATENATED MODULE: ./build/js/kernels/reference/formats/index.js












const formats = [
    i2s,
    i2sArm64,
    i2sRows,
    tl1,
    tl2,
    tq10,
    tq20,
    q20,
    hfU8,
    w2a8,
    bitnetrsI2s32,
    bitnetrsCpuI2s32,
];
function formatNamed(id) {
    const format = formats.find((one) => one.id === id);
    if (format !== undefined)
        return format;
    const ids = formats.map((one) => one.id);
    const meant = nearest(id, ids);
    throw new FlowError('not-found', `no weight format is named ${id}`, {
        at: 'format',
        fix: meant === undefined ? `choose one of ${ids.join(', ')}` : `did you mean ${meant}? All: ${ids.join(', ')}`,
    });
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/weight-encoders.js




const weight_encoders_BITNET = 'bitnet-b1.58';
const UPSTREAM = 'bitnet';
const floats = (id, fileType) => ({
    id,
    type: id.toUpperCase(),
    architecture: UPSTREAM,
    fileType,
    prepare: () => (codes, _, scale) => {
        if (id === 'f32')
            return new Uint8Array(Float32Array.from(codes, (code) => code * scale + 0).buffer);
        return new Uint8Array(Uint16Array.from(codes, (code) => f16FromNumber(code * scale)).buffer);
    },
});
const packed = (id, type, architecture, fileType, tiles) => ({
    id,
    type,
    architecture,
    fileType,
    ...(tiles === undefined ? {} : { tiles }),
    prepare: (shapes) => {
        const format = formatNamed(id);
        const options = tiles === undefined ? {} : { tiles: tiles(shapes) };
        return (codes, shape, scale) => format.pack({ ...shape, codes, scale: tensorScale(scale) }, options);
    },
});
const BM = [256, 128, 64, 32];
function tilesFor(id, columnTiles, shapes) {
    const format = formatNamed(id);
    for (const rowTile of BM)
        for (const BK of columnTiles) {
            const tiles = { BM: rowTile, BK, bm: 32 };
            const fits = shapes.every((shape) => {
                try {
                    format.layout(shape, { tiles });
                    return true;
                }
                catch (error) {
                    if (error instanceof FlowError)
                        return false;
                    throw error;
                }
            });
            if (fits)
                return tiles;
        }
    throw new FlowError('bad-input', `no tile sizes of ${format.name} fit ${shapes.map(({ rows, columns }) => `${rows}x${columns}`).join(', ')}`, {
        at: 'format',
        fix: 'use sizes that are multiples of 256, or another format',
    });
}
const ENCODERS = [
    floats('f32', 0),
    floats('f16', 1),
    packed('i2_s', 'I2_S', weight_encoders_BITNET, 40),
    packed('i2_s_arm64', 'I2_S', weight_encoders_BITNET, 40),
    packed('i2_s_rows', 'I2_S', weight_encoders_BITNET, 40),
    packed('tl1', 'TL1', weight_encoders_BITNET, 38, (shapes) => tilesFor('tl1', [256, 128, 64, 32], shapes)),
    packed('tl2', 'TL2', weight_encoders_BITNET, 39, (shapes) => tilesFor('tl2', [192, 96, 144, 48, 24], shapes)),
    packed('tq1_0', 'TQ1_0', UPSTREAM, 36),
    packed('tq2_0', 'TQ2_0', UPSTREAM, 37),
    packed('q2_0', 'Q2_0', UPSTREAM, undefined),
];
const ENCODER_IDS = ENCODERS.map(({ id }) => id);
function encoderNamed(id) {
    const found = ENCODERS.find((encoder) => encoder.id === id);
    if (found !== undefined)
        return found;
    const near = nearest(id, ENCODER_IDS);
    throw new FlowError('bad-input', `${JSON.stringify(id)} is no way to store weights in a GGUF file`, {
        at: 'format',
        fix: `${near === undefined ? '' : `did you mean ${near}? `}Choose one of ${ENCODER_IDS.join(', ')}`,
    });
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/synthetic.js





const TINY = {
    seed: 12_345,
    layers: 2,
    embedding: 256,
    feedForward: 512,
    heads: 4,
    headsKv: 2,
    vocabulary: 288,
    merges: 0,
    format: 'i2_s',
    embeddingType: 'F32',
    scale: 0.0625,
};
function syntheticModel(options = {}) {
    const sizes = { ...TINY, ...options };
    checkSizes(sizes);
    const encoder = encoderNamed(sizes.format);
    const shapes = tensorShapes(sizes);
    const matrices = shapes.flatMap(({ kind, dims }) => kind === 'ternary' ? [{ columns: dims[0], rows: dims[1] }] : []);
    const encode = encoder.prepare(matrices);
    let drawn = 0;
    const tensors = shapes.map(({ name, kind, dims }) => {
        const begin = drawn;
        const count = dims.reduce((product, dim) => product * dim, 1);
        drawn += count;
        const stream = () => new Lcg(sizes.seed, begin);
        if (kind === 'ternary') {
            const shape = { columns: dims[0], rows: dims[1] };
            return { name, dims, type: encoder.type, data: () => [encode(ternary(stream(), count), shape, sizes.scale)] };
        }
        const draw = kind === 'embedding'
            ? (lcg) => ((lcg.next() % 2001) - 1000) / 1024
            : (lcg) => 1 + ((lcg.next() % 201) - 100) / 1024;
        const type = kind === 'embedding' ? sizes.embeddingType : 'F32';
        return { name, dims, type, data: () => synthetic_floats(stream(), count, draw, type) };
    });
    return { metadata: metadataOf(sizes, encoder), tensors };
}
function tensorShapes({ layers, embedding, feedForward, heads, headsKv, vocabulary }) {
    const kv = (embedding / heads) * headsKv;
    const shapes = [{ name: 'token_embd.weight', kind: 'embedding', dims: [embedding, vocabulary] }];
    for (let layer = 0; layer < layers; layer++) {
        const add = (name, kind, ...dims) => shapes.push({ name: `blk.${layer}.${name}.weight`, kind, dims });
        for (const name of ['attn_norm', 'attn_sub_norm', 'ffn_norm'])
            add(name, 'norm', embedding);
        add('ffn_sub_norm', 'norm', feedForward);
        add('attn_q', 'ternary', embedding, embedding);
        add('attn_k', 'ternary', embedding, kv);
        add('attn_v', 'ternary', embedding, kv);
        add('attn_output', 'ternary', embedding, embedding);
        add('ffn_gate', 'ternary', embedding, feedForward);
        add('ffn_up', 'ternary', embedding, feedForward);
        add('ffn_down', 'ternary', feedForward, embedding);
    }
    shapes.push({ name: 'output_norm.weight', kind: 'norm', dims: [embedding] });
    return shapes;
}
function ternary(lcg, count) {
    const codes = new Int8Array(count);
    for (let at = 0; at < count; at++)
        codes[at] = (lcg.next() % 3) - 1;
    return codes;
}
const PIECE = 1 << 18;
function* synthetic_floats(lcg, count, draw, type) {
    for (let done = 0; done < count; done += PIECE) {
        const size = Math.min(PIECE, count - done);
        const piece = type === 'F32' ? new Float32Array(size) : new Uint16Array(size);
        for (let at = 0; at < size; at++)
            piece[at] = type === 'F32' ? draw(lcg) : f16FromNumber(draw(lcg));
        yield new Uint8Array(piece.buffer);
    }
}
function checkSizes(sizes) {
    const whole = ['layers', 'embedding', 'feedForward', 'heads', 'headsKv', 'vocabulary'];
    for (const name of whole)
        if (!(Number.isSafeInteger(sizes[name]) && sizes[name] > 0))
            bad(name, sizes[name], 'above 0');
    if (!(Number.isSafeInteger(sizes.merges) && sizes.merges >= 0))
        bad('merges', sizes.merges, 'of 0 or more');
    if (!(Number.isInteger(sizes.seed) && sizes.seed >= 0 && sizes.seed < 2 ** 32))
        bad('seed', sizes.seed, 'below 2^32');
    if (sizes.embedding % sizes.heads !== 0 || (sizes.embedding / sizes.heads) % 2 !== 0)
        throw new FlowError('bad-input', `${sizes.embedding} columns do not divide into ${sizes.heads} heads of even size`, {
            at: 'heads',
            fix: 'choose a number of heads that divides the embedding',
        });
    if (sizes.heads % sizes.headsKv !== 0)
        throw new FlowError('bad-input', `${sizes.heads} heads do not divide over ${sizes.headsKv} key and value heads`, {
            at: 'heads-kv',
            fix: 'choose a divisor of the heads',
        });
    if (sizes.vocabulary < BYTES + SPECIALS.length)
        throw new FlowError('bad-input', `${sizes.vocabulary} tokens are fewer than all bytes and ${SPECIALS.length} more`, {
            at: 'vocabulary',
            fix: `give at least ${BYTES + SPECIALS.length}`,
        });
}
function bad(name, value, range) {
    throw new FlowError('bad-input', `is ${value}`, { at: name, fix: `give a whole number ${range}` });
}
const BYTES = 256;
const SPECIALS = ['<|begin_of_text|>', '<|end_of_text|>', '<|eot_id|>'];
function metadataOf(sizes, { architecture, fileType, tiles }) {
    const u32 = (value) => ({ type: 'u32', value });
    const text = (value) => ({ type: 'string', value });
    const strings = (value) => ({ type: 'array', elements: 'string', value });
    const numbers = (elements, value) => ({
        type: 'array',
        elements,
        value,
    });
    const tokens = tokenTexts(sizes.vocabulary);
    const own = (key, value) => [`${architecture}.${key}`, value];
    const chosen = tiles?.(tensorShapes(sizes).flatMap(({ kind, dims }) => kind === 'ternary' ? [{ columns: dims[0], rows: dims[1] }] : []));
    return [
        ['general.architecture', text(architecture)],
        ['general.name', text(`synthetic BitNet, seed ${sizes.seed}`)],
        ...(fileType === undefined ? [] : [['general.file_type', u32(fileType)]]),
        ['general.quantization_version', u32(2)],
        own('vocab_size', u32(sizes.vocabulary)),
        own('context_length', u32(4096)),
        own('embedding_length', u32(sizes.embedding)),
        own('block_count', u32(sizes.layers)),
        own('feed_forward_length', u32(sizes.feedForward)),
        own('rope.dimension_count', u32(sizes.embedding / sizes.heads)),
        own('attention.head_count', u32(sizes.heads)),
        own('attention.head_count_kv', u32(sizes.headsKv)),
        own('attention.layer_norm_rms_epsilon', { type: 'f32', value: 1e-5 }),
        own('rope.freq_base', { type: 'f32', value: 500_000 }),
        own('hidden_activation', text('relu2')),
        ...(chosen === undefined
            ? []
            : [[TILES_KEY, numbers('i32', [chosen.BM, chosen.BK, chosen.bm])]]),
        ['tokenizer.ggml.model', text('gpt2')],
        ['tokenizer.ggml.pre', text('llama-bpe')],
        ['tokenizer.ggml.tokens', strings(tokens)],
        [
            'tokenizer.ggml.scores',
            numbers('f32', Array.from(tokens, () => 0)),
        ],
        [
            'tokenizer.ggml.token_type',
            numbers('i32', Array.from(tokens, (_, at) => (at >= BYTES && at < BYTES + SPECIALS.length ? 3 : 1))),
        ],
        ['tokenizer.ggml.merges', strings(mergeTexts(sizes.merges))],
        ['tokenizer.ggml.bos_token_id', u32(BYTES)],
        ['tokenizer.ggml.eos_token_id', u32(BYTES + 1)],
        ['tokenizer.ggml.add_bos_token', { type: 'bool', value: true }],
    ];
}
function byteTexts() {
    const visible = (byte) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
    let next = 256;
    return Array.from({ length: BYTES }, (_, byte) => String.fromCodePoint(visible(byte) ? byte : next++));
}
function tokenTexts(count) {
    const tokens = [...byteTexts(), ...SPECIALS];
    for (let at = tokens.length; at < count; at++)
        tokens.push(`Ġword${at}`);
    return tokens;
}
function mergeTexts(count) {
    return Array.from({ length: count }, (_, at) => `Ġw ${at.toString(36)}`);
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/writable.js


function tensorBytes({ name, type, dims }) {
    const at = `tensor ${JSON.stringify(name)}`;
    const found = tensorType(type);
    if (found === undefined)
        throw new FlowError('bad-input', `${JSON.stringify(type)} is no type of tensors`, {
            at,
            fix: 'use a name like I2_S',
        });
    const whole = dims.length >= 1 && dims.length <= 4 && dims.every((dim) => Number.isSafeInteger(dim) && dim > 0);
    if (!whole)
        throw new FlowError('bad-input', `has the shape [${dims.join(', ')}]`, { at, fix: 'give 1 to 4 sizes above 0' });
    const [columns = 0, ...others] = dims;
    if (columns % found.block !== 0)
        throw new FlowError('bad-input', `${type} has blocks of ${found.block} weights; a row has ${columns}`, {
            at,
            fix: 'a row must be whole blocks',
        });
    return found.size(others.reduce((product, dim) => product * dim, 1), columns);
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/encode-header.js





const encode_header_DEFAULT_ALIGNMENT = 32;
function encodeHeader({ version = 3, metadata, tensors }) {
    const entries = [...metadata];
    const out = new ByteWriter();
    out.raw(external_node_buffer_namespaceObject.Buffer.from('GGUF'));
    out.u32(version);
    out.u64(BigInt(tensors.length));
    out.u64(BigInt(entries.length));
    const keys = new Set();
    let alignment = encode_header_DEFAULT_ALIGNMENT;
    let named = false;
    for (const [key, value] of entries) {
        const at = `key ${JSON.stringify(key)}`;
        if (key === '' || external_node_buffer_namespaceObject.Buffer.byteLength(key) > 0xffff)
            refuse(at, 'is empty or too long', 'use 1 to 65,535 bytes');
        if (keys.has(key))
            refuse(at, 'is there twice', 'write every key once');
        keys.add(key);
        if (key === 'general.alignment')
            alignment = checkAlignment(value);
        if (key === 'general.architecture')
            named = value.type === 'string' && value.value !== '';
        out.text(key, at);
        writeValue(out, value, at);
    }
    if (!named)
        refuse('general.architecture', 'is missing', 'write it as a string, such as bitnet-b1.58');
    const sizes = tensors.map((tensor) => tensorBytes(tensor));
    const names = new Set();
    let offset = 0;
    for (const [index, { name, type, dims }] of tensors.entries()) {
        const at = `tensor ${JSON.stringify(name)}`;
        if (name === '' || external_node_buffer_namespaceObject.Buffer.byteLength(name) > 63)
            refuse(at, 'has no name or one too long', 'use 1 to 63 bytes');
        if (names.has(name))
            refuse(at, 'is there twice', 'write every tensor once');
        names.add(name);
        out.text(name, at);
        out.u32(dims.length);
        for (const dim of dims)
            out.u64(BigInt(dim));
        out.u32(tensorType(type).id);
        out.u64(BigInt(offset));
        offset = Math.ceil((offset + sizes[index]) / alignment) * alignment;
    }
    return { bytes: out.done(), alignment, sizes };
}
function checkAlignment(value) {
    const { type } = value;
    const ok = type === 'u32' && value.value >= 8 && value.value <= 1 << 20 && Number.isInteger(Math.log2(value.value));
    if (!ok)
        refuse('general.alignment', 'cannot be written so', 'give a u32, a power of two from 8 to 1,048,576');
    return value.value;
}
function refuse(at, message, fix) {
    throw new FlowError('bad-input', message, { at, fix });
}
function writeValue(out, value, at) {
    out.u32(VALUE_TYPES.indexOf(value.type));
    if (value.type !== 'array') {
        out.element(value.type, value.value, at);
        return;
    }
    out.u32(VALUE_TYPES.indexOf(value.elements));
    out.u64(BigInt(value.value.length));
    for (let index = 0; index < value.value.length; index++)
        out.element(value.elements, value.value[index], `${at}, element ${index}`);
}
const RANGES = {
    u8: [0n, 0xffn],
    i8: [-0x80n, 0x7fn],
    u16: [0n, 0xffffn],
    i16: [-0x8000n, 0x7fffn],
    u32: [0n, 0xffffffffn],
    i32: [-0x80000000n, 0x7fffffffn],
    u64: [0n, 2n ** 64n - 1n],
    i64: [-(2n ** 63n), 2n ** 63n - 1n],
};
class ByteWriter {
    bytes = external_node_buffer_namespaceObject.Buffer.allocUnsafe(4096);
    end = 0;
    room(bytes) {
        if (this.end + bytes > this.bytes.length) {
            const larger = external_node_buffer_namespaceObject.Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.end + bytes));
            this.bytes.copy(larger, 0, 0, this.end);
            this.bytes = larger;
        }
        const at = this.end;
        this.end += bytes;
        return at;
    }
    raw(bytes) {
        const at = this.room(bytes.length);
        this.bytes.set(bytes, at);
    }
    u32(value) {
        const at = this.room(4);
        this.bytes.writeUInt32LE(value, at);
    }
    u64(value) {
        const at = this.room(8);
        this.bytes.writeBigUInt64LE(value, at);
    }
    text(text, at) {
        if (/[\ud800-\udfff]/u.test(text))
            refuse(at, 'has half of a surrogate pair', 'give text that UTF-8 can write');
        const length = external_node_buffer_namespaceObject.Buffer.byteLength(text);
        this.u64(BigInt(length));
        const place = this.room(length);
        this.bytes.write(text, place);
    }
    element(type, value, at) {
        if (type === 'string') {
            if (typeof value === 'string')
                return this.text(value, at);
            if (!(value instanceof Uint8Array))
                refuse(at, `is ${typeof value}, not a string`, 'give a string or its bytes');
            this.u64(BigInt(value.length));
            return this.raw(value);
        }
        if (type === 'bool') {
            if (typeof value !== 'boolean')
                refuse(at, `is ${typeof value}, not a boolean`, 'give true or false');
            return this.raw(Uint8Array.of(value ? 1 : 0));
        }
        if (type === 'f32' || type === 'f64') {
            if (typeof value !== 'number')
                refuse(at, `is ${typeof value}, not a number`, 'give a number');
            if (type === 'f32') {
                const place = this.room(4);
                this.bytes.writeFloatLE(value, place);
            }
            else {
                const place = this.room(8);
                this.bytes.writeDoubleLE(value, place);
            }
            return;
        }
        this.whole(type, value, at);
    }
    whole(type, value, at) {
        const [low, high] = RANGES[type];
        const exact = typeof value === 'bigint' || Number.isSafeInteger(value) ? BigInt(value) : undefined;
        if (exact === undefined || exact < low || exact > high)
            return refuse(at, `${String(value)} is no ${type}`, `give a whole number from ${low} to ${high}`);
        const size = Number(type.slice(1)) / 8;
        const place = this.room(size);
        if (size === 8)
            this.bytes.writeBigUInt64LE(BigInt.asUintN(64, exact), place);
        else
            this.bytes.writeUIntLE(Number(BigInt.asUintN(size * 8, exact)), place, size);
    }
    done() {
        return this.bytes.subarray(0, this.end);
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/encode.js



function* encodeGguf(model) {
    const { bytes, alignment, sizes } = encodeHeader(model);
    yield bytes;
    let end = bytes.length;
    for (const [at, tensor] of model.tensors.entries()) {
        const size = sizes[at];
        const padding = (alignment - (end % alignment)) % alignment;
        if (padding > 0)
            yield external_node_buffer_namespaceObject.Buffer.alloc(padding);
        let written = 0;
        for (const piece of tensor.data()) {
            written += piece.length;
            if (written > size)
                break;
            yield piece;
        }
        if (written !== size)
            throw new FlowError('bad-input', `gave ${written > size ? 'more than ' : ''}${Math.min(written, size)} bytes; ${tensor.type} of [${tensor.dims.join(', ')}] has ${size}`, {
                at: `tensor ${JSON.stringify(tensor.name)}`,
                fix: 'give exactly the bytes of the type and shape',
            });
        end += padding + size;
    }
    const padding = model.tensors.length === 0 ? 0 : (alignment - (end % alignment)) % alignment;
    if (padding > 0)
        yield external_node_buffer_namespaceObject.Buffer.alloc(padding);
}
function ggufBytes(model) {
    return Buffer.concat([...encodeGguf(model)].map((piece) => Buffer.from(piece)));
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/write-file.js



function writeGguf(path, model, onPiece = () => undefined) {
    const draft = `${path}.${process.pid}.part`;
    const fd = create(draft);
    let size = 0;
    try {
        try {
            for (const piece of encodeGguf(model)) {
                for (let done = 0; done < piece.length;)
                    done += (0,external_node_fs_namespaceObject.writeSync)(fd, piece, done);
                size += piece.length;
                onPiece(piece, size);
            }
            (0,external_node_fs_namespaceObject.fsyncSync)(fd);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        }
        (0,external_node_fs_namespaceObject.renameSync)(draft, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(draft, { force: true });
        throw error;
    }
    return size;
}
function create(path) {
    try {
        return (0,external_node_fs_namespaceObject.openSync)(path, 'wx');
    }
    catch (error) {
        const { code = 'unknown' } = error;
        throw new FlowError('bad-input', `cannot be written (${code})`, {
            at: path,
            fix: 'give a path in a folder that you may write to',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/js/src/parity/progress.js
const QUIET = 2_000;
const ON_TERMINAL = 200;
const IN_LOG = 10_000;
class Progress {
    stream;
    what;
    now;
    next;
    shown = false;
    constructor(what, stream, now = () => performance.now()) {
        this.what = what;
        this.stream = stream;
        this.now = now;
        this.next = now() + QUIET;
    }
    at(done, all) {
        const time = this.now();
        if (time < this.next)
            return;
        const terminal = this.stream.isTTY === true;
        this.next = time + (terminal ? ON_TERMINAL : IN_LOG);
        const share = all === 0 ? 100 : Math.floor((100 * done) / all);
        const text = `${this.what}: ${share} % of ${(all / 1e6).toFixed(0)} MB`;
        this.stream.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
        this.shown = terminal;
    }
    end() {
        if (this.shown)
            this.stream.write('\r\u001b[K');
        this.shown = false;
    }
}

;// CONCATENATED MODULE: ./build/js/src/parity/gguf-make.js










function make({ out, force = false, ...options }, stream) {
    if ((0,external_node_fs_namespaceObject.existsSync)(out) && !force)
        throw new FlowError('bad-input', 'is there already', { at: out, fix: 'give another --out, or --force' });
    const folder = (0,external_node_path_namespaceObject.dirname)(out);
    if (!(0,external_node_fs_namespaceObject.existsSync)(folder) || !(0,external_node_fs_namespaceObject.statSync)(folder).isDirectory())
        throw new FlowError('not-found', 'is no folder', { at: folder, fix: 'make it first' });
    const model = syntheticModel(options);
    const all = model.tensors.reduce((sum, tensor) => sum + tensorBytes(tensor), 0);
    const progress = new Progress(`writing ${printable(out, 60)}`, stream);
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    try {
        const bytes = writeGguf(out, model, (piece, written) => {
            hash.update(piece);
            progress.at(Math.min(written, all), all);
        });
        progress.end();
        const sha256 = hash.digest('hex');
        const what = `${model.tensors.length} tensors`;
        return {
            ok: true,
            lines: [`${printable(out, 200)}: ${what}, ${grouped(bytes)} bytes`, `sha256 ${sha256}`],
            json: { out, tensors: model.tensors.length, bytes, sha256 },
        };
    }
    finally {
        progress.end();
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/ternary-bytes.js
const everyByte = (weights) => Array.from({ length: 256 }, (_, byte) => weights(byte));
const TWO_BITS = everyByte((byte) => {
    const codes = [byte & 3, (byte >> 2) & 3, (byte >> 4) & 3, byte >> 6];
    return codes.includes(3) ? undefined : codes.map((code) => code - 1);
});
const TWO_BITS_TO_TWO = everyByte((byte) => [0, 2, 4, 6].map((shift) => ((byte >> shift) & 3) - 1));
const PAIRS = everyByte((byte) => {
    const values = [byte >> 4, byte & 15];
    return values.some((value) => value > 8)
        ? undefined
        : values.flatMap((value) => [Math.floor(value / 3) - 1, (value % 3) - 1]);
});
function trits(count) {
    const made = new Map();
    for (let number = 0; number < 3 ** count; number++) {
        const weights = Array.from({ length: count }, (_, at) => (Math.floor(number / 3 ** (count - 1 - at)) % 3) - 1);
        made.set(Math.ceil((number * 3 ** (5 - count) * 256) / 243), weights);
    }
    return everyByte((byte) => made.get(byte));
}
const FIVE_TRITS = trits(5);
const FOUR_TRITS = trits(4);
class ByteCounts {
    counts = new Float64Array(256);
    meaning;
    illegal;
    piece = new Uint32Array(256);
    hadZero = false;
    constructor(meaning) {
        this.meaning = meaning;
        this.illegal = meaning.flatMap((weights, byte) => (weights === undefined ? [byte] : []));
    }
    add(bytes, from, to) {
        const { piece } = this;
        for (let at = from; at < to; at++)
            piece[bytes[at]]++;
    }
    settle() {
        const { piece } = this;
        for (let byte = 0; byte < 256; byte++)
            this.counts[byte] += piece[byte];
        this.hadZero = piece[0] > 0;
        const bad = this.illegal.some((byte) => piece[byte] > 0);
        piece.fill(0);
        return bad;
    }
    firstBad(bytes, from, to) {
        for (let at = from; at < to; at++)
            if (this.meaning[bytes[at]] === undefined)
                return at;
        return -1;
    }
    addTo(total) {
        this.meaning.forEach((weights, byte) => {
            for (const weight of weights ?? []) {
                const key = weight === -1 ? 'minus' : weight === 0 ? 'zero' : weight === 1 ? 'plus' : 'other';
                total[key] += this.counts[byte];
            }
        });
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/check-data.js



function checkData(reader, tensor, tiles) {
    switch (tensor.type.name) {
        case 'F32':
            return check_data_floats(reader, tensor, Uint32Array, 0x7f80_0000, 0x7f_ffff);
        case 'F16':
            return check_data_floats(reader, tensor, Uint16Array, 0x7c00, 0x3ff);
        case 'BF16':
            return check_data_floats(reader, tensor, Uint16Array, 0x7f80, 0x7f);
        case 'F64':
            return doubles(reader, tensor);
        case 'I2_S':
            return codesThenScale(reader, tensor, TWO_BITS);
        case 'TL1':
            return codesThenScale(reader, tensor, PAIRS);
        case 'TL2':
            return tiles !== undefined && tensor.rows * tensor.columns <= WHOLE && tl2Fits(tensor, tiles)
                ? wholeTl2(reader, tensor, tiles)
                : scaleAlone(reader, tensor);
        case 'TQ1_0':
            return scaledBlocks(reader, tensor, TQ1_0);
        case 'TQ2_0':
            return scaledBlocks(reader, tensor, TQ2_0);
        case 'Q2_0':
            return scaledBlocks(reader, tensor, Q2_0);
        default:
            return unknownBytes(reader, tensor);
    }
}
const CODE_BLOCK = 32;
function check_data_floats(reader, tensor, View, exponent, fraction) {
    let any = 0;
    reader.pieces(tensor.start, tensor.bytes, View.BYTES_PER_ELEMENT, (piece, offset) => {
        const words = new View(piece.buffer, 0, piece.length / View.BYTES_PER_ELEMENT);
        for (let at = 0; at < words.length; at++) {
            const word = words[at];
            any |= word;
            if ((word & exponent) === exponent)
                notFinite(reader, tensor, offset + at * View.BYTES_PER_ELEMENT, (word & fraction) !== 0, View.BYTES_PER_ELEMENT);
        }
    });
    return { checked: 'all', blank: any === 0 };
}
function doubles(reader, tensor) {
    let any = 0;
    reader.pieces(tensor.start, tensor.bytes, 8, (piece, offset) => {
        const words = new Uint32Array(piece.buffer, 0, piece.length / 4);
        for (let at = 1; at < words.length; at += 2) {
            const high = words[at];
            any |= high | words[at - 1];
            if ((high & 0x7ff0_0000) === 0x7ff0_0000)
                notFinite(reader, tensor, offset + (at - 1) * 4, (high & 0xf_ffff) !== 0 || words[at - 1] !== 0, 8);
        }
    });
    return { checked: 'all', blank: any === 0 };
}
function notFinite(reader, tensor, offset, nan, unit) {
    return reader.refuse('not-finite', offset, tensor, `element ${(offset - tensor.start) / unit}`, `is ${nan ? 'NaN' : 'infinite'}`);
}
function codesThenScale(reader, tensor, meaning) {
    const bytes = (tensor.rows * tensor.columns) / 4;
    const counts = new ByteCounts(meaning);
    reader.pieces(tensor.start, bytes, CODE_BLOCK, (piece, offset) => {
        counts.add(piece, 0, piece.length);
        if (counts.settle()) {
            const bad = counts.firstBad(piece, 0, piece.length);
            noCode(reader, tensor, offset + bad, piece[bad]);
        }
        if (!counts.hadZero)
            return;
        const hole = zeroRun(piece, CODE_BLOCK);
        if (hole >= 0)
            blankBlock(reader, tensor, offset + hole, CODE_BLOCK);
    });
    check_data_checkScale(reader, tensor, tensor.start + bytes);
    return { checked: 'all', weights: total([counts]) };
}
const WHOLE = 1 << 26;
function wholeTl2(reader, tensor, tiles) {
    const bytes = new Uint8Array(tensor.bytes);
    reader.pieces(tensor.start, tensor.bytes, 1, (piece, offset) => bytes.set(piece, offset - tensor.start));
    const codes = tl2Codes(bytes, tensor, tiles);
    if (!(codes instanceof Int8Array))
        return reader.refuse('code', tensor.start + codes.offset, tensor, `byte ${codes.offset}`, codes.reason);
    check_data_checkScale(reader, tensor, tensor.start + tensor.bytes - TAIL);
    const weights = { minus: 0, zero: 0, plus: 0, other: 0 };
    for (const code of codes)
        weights[code < 0 ? 'minus' : code === 0 ? 'zero' : 'plus']++;
    return { checked: 'all', weights };
}
function scaleAlone(reader, tensor) {
    const triples = Math.floor((tensor.rows * (tensor.columns - 256)) / 6);
    reader.pieces(tensor.start, tensor.bytes - TAIL, CODE_BLOCK, (piece, offset) => {
        const sure = Math.max(0, Math.min(piece.length, triples - (offset - tensor.start)));
        const hole = zeroRun(piece.subarray(0, sure), HOLE);
        if (hole >= 0)
            blankBlock(reader, tensor, offset + hole, HOLE);
    });
    check_data_checkScale(reader, tensor, tensor.start + tensor.bytes - TAIL);
    return { checked: 'scale' };
}
const HOLE = 4096;
const TQ1_0 = {
    bytes: 54,
    scale: 52,
    sections: [
        { from: 0, to: 48, meaning: FIVE_TRITS, zero: 0x80 },
        { from: 48, to: 52, meaning: FOUR_TRITS, zero: 0x7f },
    ],
};
const TQ2_0 = { bytes: 66, scale: 64, sections: [{ from: 0, to: 64, meaning: TWO_BITS, zero: 0x55 }] };
const Q2_0 = {
    bytes: 18,
    scale: 0,
    sections: [{ from: 2, to: 18, meaning: TWO_BITS_TO_TWO, zero: 0x55 }],
};
function scaledBlocks(reader, tensor, layout) {
    const sections = layout.sections.map((section) => ({ ...section, counts: new ByteCounts(section.meaning) }));
    let zeroBlocks = 0;
    reader.pieces(tensor.start, tensor.bytes, layout.bytes, (piece, offset) => {
        for (let block = 0; block < piece.length; block += layout.bytes) {
            for (const { counts, from, to } of sections)
                counts.add(piece, block + from, block + to);
            const at = block + layout.scale;
            const bits = piece[at] | (piece[at + 1] << 8);
            if (isGoodScale(bits))
                continue;
            if (bits !== 0 || !isZeroWeights(piece, block, layout))
                badBlockScale(reader, tensor, piece, block, offset, layout);
            zeroBlocks++;
        }
        for (const { counts, from, to } of sections) {
            if (!counts.settle())
                continue;
            for (let block = 0; block < piece.length; block += layout.bytes) {
                const bad = counts.firstBad(piece, block + from, block + to);
                if (bad >= 0)
                    noCode(reader, tensor, offset + bad, piece[bad]);
            }
        }
    });
    return { checked: 'all', weights: total(sections.map(({ counts }) => counts)), zeroBlocks };
}
const isGoodScale = (bits) => bits < 0x8000 && (bits & 0x7c00) !== 0 && (bits & 0x7c00) !== 0x7c00;
const isZeroWeights = (piece, block, { sections }) => sections.every(({ from, to, zero }) => piece.subarray(block + from, block + to).every((byte) => byte === zero));
function badBlockScale(reader, tensor, piece, block, offset, layout) {
    const start = offset + block;
    if (piece.subarray(block, block + layout.bytes).every((byte) => byte === 0))
        return blankBlock(reader, tensor, start, layout.bytes);
    const at = block + layout.scale;
    const bits = piece[at] | (piece[at + 1] << 8);
    const hex = `0x${bits.toString(16).padStart(4, '0')}`;
    const reason = (bits & 0x7c00) === 0x7c00
        ? `is ${(bits & 0x3ff) === 0 ? 'infinite' : 'NaN'} (${hex})`
        : bits === 0
            ? 'is 0 although its weights are not'
            : bits >= 0x8000
                ? `is negative (${hex})`
                : `is subnormal (${hex})`;
    return reader.refuse('scale', offset + at, tensor, `scale of block ${(start - tensor.start) / layout.bytes}`, reason);
}
function check_data_checkScale(reader, tensor, offset) {
    const scale = reader.f32(offset);
    if (Number.isFinite(scale) && scale >= 2 ** -126)
        return;
    const reason = Number.isNaN(scale)
        ? 'is NaN'
        : !Number.isFinite(scale)
            ? 'is infinite'
            : scale === 0
                ? 'is 0'
                : scale < 0
                    ? `is negative (${scale})`
                    : `is subnormal (${scale})`;
    reader.refuse('scale', offset, tensor, 'scale', reason);
}
function noCode(reader, tensor, offset, byte) {
    return reader.refuse('code', offset, tensor, `byte ${offset - tensor.start}`, `0x${byte.toString(16).padStart(2, '0')} is no code of ${tensor.type.name}`);
}
function blankBlock(reader, tensor, offset, bytes) {
    return reader.refuse('zero-block', offset, tensor, `byte ${offset - tensor.start}`, `${bytes} zero bytes in a row`);
}
function zeroRun(piece, block) {
    for (let at = 0; at + block <= piece.length; at += block) {
        let any = 0;
        for (let byte = at; byte < at + block && any === 0; byte++)
            any = piece[byte];
        if (any === 0)
            return at;
    }
    return -1;
}
function total(all) {
    const counts = { minus: 0, zero: 0, plus: 0, other: 0 };
    for (const each of all)
        each.addTo(counts);
    return counts;
}
function unknownBytes(reader, tensor) {
    let any = 0;
    reader.pieces(tensor.start, tensor.bytes, 1, (piece) => {
        for (let at = 0; at < piece.length && any === 0; at++)
            any = piece[at];
    });
    return { checked: 'none', blank: any === 0 };
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/data-pieces.js


const data_pieces_PIECE = 1 << 20;
class DataReader {
    source;
    buffer = new ArrayBuffer(data_pieces_PIECE);
    onBytes;
    constructor(source, onBytes = () => undefined) {
        this.source = source;
        this.onBytes = onBytes;
    }
    pieces(start, bytes, unit, each) {
        const most = data_pieces_PIECE - (data_pieces_PIECE % unit);
        for (let done = 0; done < bytes;) {
            const piece = new Uint8Array(this.buffer, 0, Math.min(most, bytes - done));
            this.source.read(piece, start + done);
            each(piece, start + done);
            done += piece.length;
            this.onBytes(piece.length);
        }
    }
    f32(offset) {
        const bytes = new Uint8Array(4);
        this.source.read(bytes, offset);
        return new DataView(bytes.buffer).getFloat32(0, true);
    }
    refuse(rule, offset, { name }, what, reason) {
        throw new GgufError(rule, { file: this.source.name, offset, field: `${quoted(name)}, ${what}` }, reason);
    }
}

;// CONCATENATED MODULE: ./build/js/kernels/gguf/lint.js



const ELSEWHERE = {
    I2_S: 'upstream llama.cpp removed id 36 and refuses the file',
    TL1: 'upstream llama.cpp removed id 38 and refuses the file',
    TL2: 'upstream llama.cpp reads id 39 as MXFP4',
    MXFP4: 'microsoft/BitNet reads id 39 as TL2',
};
function lintHeader(file) {
    return [
        ...typeCollisions(file),
        ...lintFileType(file),
        ...lintTokenizer(file),
        ...lintBitnet(file),
        ...lintVersion(file),
        ...lintEnd(file),
    ];
}
function typeCollisions({ tensors }) {
    return Object.entries(ELSEWHERE).flatMap(([name, elsewhere]) => {
        const count = tensors.filter(({ type }) => type.name === name).length;
        if (count === 0)
            return [];
        return {
            rule: 'type-collision',
            message: `${amount(count, 'tensor')} of type ${name} by architecture and size; ${elsewhere}`,
            fix: 'run the file only with programs of the family it was made for',
        };
    });
}
function lintFileType({ metadata, tensors, architecture }) {
    const value = metadata.get('general.file_type')?.value;
    if (typeof value !== 'number')
        return [];
    const present = new Set(tensors.map(({ type }) => type.name));
    const found = fileType(value, architecture, present);
    const main = mainTensorType(found);
    const findings = [];
    if (found.other !== undefined)
        findings.push({
            rule: 'file-type-collision',
            message: `general.file_type ${value} is ${found.name} here and ${found.other} in the other family of programs`,
            fix: 'judge the file by the types of its tensors, not by this number',
        });
    if (main === undefined || (tensors.length > 0 && !present.has(main)))
        findings.push({
            rule: 'file-type-mismatch',
            message: `general.file_type ${value} ${found.name === undefined ? 'means nothing' : `says ${found.name}`}; the tensors are ${[...present].join(', ') || 'none'}`,
            fix: 'convert again with a converter that writes what it says',
        });
    return findings;
}
function lintTokenizer({ metadata, architecture }) {
    const findings = [];
    if (metadata.get('tokenizer.ggml.model')?.value === 'gpt2' && !metadata.has('tokenizer.ggml.pre'))
        findings.push({
            rule: 'tokenizer-pre',
            message: 'tokenizer.ggml.pre is missing; llama.cpp then splits text by another rule than the model was trained with',
            fix: 'write tokenizer.ggml.pre, which is llama-bpe for BitNet b1.58 2B-4T',
        });
    const lengths = ['tokens', 'scores', 'token_type'].flatMap((name) => {
        const value = metadata.get(`tokenizer.ggml.${name}`)?.value;
        return typeof value === 'object' ? [{ name: `tokenizer.ggml.${name}`, length: value.length }] : [];
    });
    const size = metadata.get(`${architecture}.vocab_size`)?.value;
    if (typeof size === 'number')
        lengths.push({ name: `${architecture}.vocab_size`, length: size });
    const [first, ...others] = lengths;
    const differing = others.find(({ length }) => length !== first?.length);
    if (first !== undefined && differing !== undefined)
        findings.push({
            rule: 'vocabulary',
            message: `${first.name} says ${first.length} tokens, ${quoted(differing.name)} says ${differing.length}`,
            fix: 'convert again with the tokenizer of the model',
        });
    return findings;
}
function lintBitnet({ metadata, architecture }) {
    if (!isBitnet(architecture))
        return [];
    const findings = [];
    if (!metadata.has(`${architecture}.hidden_activation`))
        findings.push({
            rule: 'activation',
            message: `${quoted(`${architecture}.hidden_activation`)} is missing; programs guess, and some take SiLU where the model needs squared ReLU`,
            fix: 'check the output against an oracle before you trust it',
        });
    const template = metadata.get('tokenizer.chat_template')?.value;
    if (typeof template === 'string' && template.includes('BITNETAssistant'))
        findings.push({
            rule: 'template',
            message: 'tokenizer.chat_template asks with "BITNETAssistant"; the checkpoint was trained with "User: … Assistant: "',
            fix: "write the checkpoint's own template",
        });
    return findings;
}
function lintVersion({ version }) {
    if (version === 3)
        return [];
    return [{ rule: 'version', message: `GGUF version ${version} is old`, fix: 'convert again; version 3 is current' }];
}
function lintEnd({ source, dataEnd, alignment }) {
    const rest = source.size - dataEnd;
    if (rest < alignment)
        return [];
    return [
        {
            rule: 'trailing-bytes',
            message: `${rest} bytes from byte ${dataEnd} on belong to no tensor`,
            fix: 'fetch the file again and compare its sha256',
        },
    ];
}
const ENOUGH = 4096;
function lintData(all) {
    const odd = all.filter(({ weights }) => weights !== undefined && isOdd(weights));
    const zero = all.filter(({ blank = false, zeroBlocks = 0 }) => blank || zeroBlocks > 0);
    const more = all.filter(({ weights }) => (weights?.other ?? 0) > 0);
    const unchecked = all.filter(({ checked }) => checked !== 'all');
    const findings = [];
    const add = (rule, list, say, fix) => {
        const [first] = list;
        if (first === undefined)
            return;
        findings.push({
            rule,
            message: `${amount(list.length, 'tensor')}, first ${quoted(first.tensor.name)}: ${say(first)}`,
            fix,
        });
    };
    const layoutFix = 'compare with the float checkpoint; the bytes may be of another layout than the type says';
    add('layout', odd, ({ weights }) => `${shares(weights)}; trained weights have as many +1 as -1`, layoutFix);
    add('layout', more, ({ weights }) => `${weights.other} weights are 2, so the tensor is not ternary`, layoutFix);
    add('zero-weights', zero, whatIsZero, 'make sure that nothing is missing');
    add('unchecked', unchecked, ({ tensor, checked }) => `the codes of ${tensor.type.name} were not checked${checked === 'scale' ? ', its scale was' : ''}`, 'compare the file with its sha256');
    return findings;
}
const whatIsZero = ({ zeroBlocks = 0 }) => zeroBlocks > 0 ? `${amount(zeroBlocks, 'block')} with scale 0` : 'every byte is zero';
function isOdd({ minus, zero, plus }) {
    const all = minus + zero + plus;
    return all >= ENOUGH && (Math.abs(plus - minus) / all > 0.1 || zero / all > 0.95 || zero / all < 0.02);
}
function shares({ minus, zero, plus }) {
    const all = minus + zero + plus;
    const percent = (count) => `${((100 * count) / all).toFixed(1)} %`;
    return `${percent(minus)} are -1, ${percent(zero)} are 0, ${percent(plus)} are +1`;
}
const amount = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./build/js/kernels/gguf/validate.js






const MAX_REFUSALS = 20;
function validateGguf(source, { onProgress } = {}) {
    const refusals = [];
    let file;
    try {
        file = readGguf(source);
    }
    catch (error) {
        if (!(error instanceof GgufError))
            throw error;
        return { file: undefined, refusals: [error], moreRefusals: 0, findings: [], tensors: [] };
    }
    const all = file.tensors.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const reader = new DataReader(source, (bytes) => onProgress?.((done += bytes), all));
    const tiles = tiles_tilesOf(file.metadata);
    const tensors = [];
    let more = 0;
    for (const tensor of file.tensors) {
        try {
            tensors.push({ tensor, ...checkData(reader, tensor, tiles) });
        }
        catch (error) {
            if (!(error instanceof GgufError))
                throw error;
            if (refusals.length < MAX_REFUSALS)
                refusals.push(error);
            else
                more++;
        }
    }
    const findings = [...lintHeader(file), ...lintData(tensors)];
    return { file, refusals, moreRefusals: more, findings, tensors };
}

;// CONCATENATED MODULE: ./build/js/src/parity/gguf-validate.js







function validate({ file: path, strict = false }, stream) {
    const source = openFile(path);
    const progress = new Progress(`checking ${printable(source.name, 60)}`, stream);
    try {
        const result = validateGguf(source, { onProgress: (done, all) => progress.at(done, all) });
        progress.end();
        const ok = result.refusals.length === 0 && (!strict || result.findings.length === 0);
        return { ok, lines: gguf_validate_linesOf(source.name, result, strict), json: { ok, ...gguf_validate_jsonOf(source.name, result) } };
    }
    finally {
        progress.end();
        source.close();
    }
}
function gguf_validate_linesOf(name, { file, refusals, moreRefusals, findings, tensors }, strict) {
    const lines = [];
    const shown = printable(name, 80);
    if (refusals.length > 0) {
        lines.push(`${shown} is refused: ${counted(refusals.length + moreRefusals, 'fault')}`);
        for (const { offset, field, reason, rule } of refusals)
            lines.push(`  byte ${offset}, ${field}: ${printable(reason, 200)} (${rule})`, `    Fix: ${RULES[rule]}`);
        if (moreRefusals > 0)
            lines.push(`  and ${counted(moreRefusals, 'tensor')} more`);
    }
    else if (file !== undefined) {
        const bytes = file.tensors.reduce((sum, tensor) => sum + tensor.bytes, 0);
        const all = tensors.filter(({ checked }) => checked === 'all').length;
        const type = fileTypeName(file);
        lines.push(`${shown} is sound: ${printable(file.architecture, 40)}${type === undefined ? '' : `, ${type}`}, ${counted(file.metadata.size, 'key')}, ` +
            `every byte checked of ${grouped(all)} of ${counted(tensors.length, 'tensor')}, ${grouped(bytes)} bytes read`);
    }
    if (findings.length > 0) {
        lines.push(`${counted(findings.length, 'finding')}${strict ? ', which --strict makes a failure' : ''}`);
        for (const { rule, message, fix } of findings)
            lines.push(`  ${rule}: ${message}`, `    Fix: ${fix}`);
    }
    return lines;
}
function gguf_validate_jsonOf(name, { file, refusals, moreRefusals, findings, tensors }) {
    return {
        file: name,
        architecture: file?.architecture ?? null,
        fileType: (file === undefined ? undefined : fileTypeName(file)) ?? null,
        tensors: tensors.length,
        checkedWhole: tensors.filter(({ checked }) => checked === 'all').length,
        refusals: refusals.map(({ rule, offset, field, reason }) => ({ rule, offset, field, reason, fix: RULES[rule] })),
        moreRefusals,
        findings,
    };
}

;// CONCATENATED MODULE: ./build/js/src/parity.js




const COMMANDS = {
    'gguf-inspect': (options) => inspect(options),
    'gguf-validate': (options) => validate(options, process.stderr),
    'gguf-make': (options) => make(options, process.stderr),
};
const FINDING = 1;
const USAGE = 2;
process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
        throw error;
    process.exit();
});
function run(name, options) {
    const command = COMMANDS[name ?? ''];
    if (command === undefined || options === undefined)
        throw new FlowError('bad-input', 'is started by the CLI alone', {
            at: 'parity',
            fix: 'run `bitnet-flow gguf --help`',
        });
    const { json: asJson = false, ...rest } = JSON.parse(options);
    const { ok, lines, json } = command(rest);
    process.stdout.write(asJson ? `${JSON.stringify(json, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
    return ok ? 0 : FINDING;
}
try {
    process.exitCode = run(process.argv[2], process.argv[3]);
}
catch (error) {
    if (!(error instanceof FlowError) || error.code === 'bug')
        throw error;
    process.stderr.write(`${error.toLine()}\n`);
    process.exitCode = ['bad-input', 'not-found'].includes(error.code) ? USAGE : FINDING;
}

module.exports = __webpack_exports__;
/******/ })()
;