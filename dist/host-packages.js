"use strict";
exports.id = 965;
exports.ids = [965];
exports.modules = {

/***/ 8322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withCriteria),
/* harmony export */   o: () => (/* binding */ readCriteria)
/* harmony export */ });
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3722);
/* harmony import */ var _core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5854);
/* harmony import */ var _core_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8448);
/* harmony import */ var _core_strict_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6822);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9901);





const SECTION = 'acceptance';
const DATA_START = '<!-- criteria ';
const DATA_END = ' -->';
function withCriteria(body, story, criteria) {
    for (const chars of [500, 200, 80]) {
        const text = withBlock(body, criteriaBlock(story, criteria, chars));
        if (text.length <= BODY_LIMIT)
            return text;
    }
    return body;
}
const BODY_LIMIT = 60_000;
function criteriaBlock(story, criteria, chars) {
    const plain = criteria.map(({ id, text }) => ({ id, text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(text, chars) }));
    const data = (0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(plain).replace(/[<>-]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
    const text = [
        '### Acceptance criteria',
        '',
        ...(story === undefined ? [] : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdown */ .wD)(story, 1000), '']),
        ...plain.map(({ id, text: line }) => `- **${id}** ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdown */ .wD)(line, chars)}`),
        '',
        `${DATA_START}${data}${DATA_END}`,
    ].join('\n');
    return (0,_core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_4__/* .anchored */ .X9)(SECTION, text);
}
function withBlock(body, block) {
    const lines = body.split('\n');
    const plain = lines.map((line) => line.replace(/\r$/, ''));
    const [start, end] = [(0,_core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_4__/* .startAnchor */ .ke)(SECTION), (0,_core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_4__/* .endAnchor */ .hV)(SECTION)];
    if (!(0,_core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_4__/* .splitAnchored */ .V7)(body, [SECTION]).intact) {
        const kept = lines.filter((_, index) => plain[index] !== start && plain[index] !== end);
        return `${kept.join('\n').trimEnd()}\n\n${block}\n`;
    }
    return [...lines.slice(0, plain.indexOf(start)), block, ...lines.slice(plain.indexOf(end) + 1)].join('\n');
}
function readCriteria(body) {
    const section = (0,_core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_4__/* .splitAnchored */ .V7)(body, [SECTION]).sections.get(SECTION) ?? '';
    const line = section.split('\n').find((text) => text.startsWith(DATA_START) && text.endsWith(DATA_END));
    if (line === undefined)
        return new Map();
    try {
        const list = (0,_core_strict_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStrictJson */ .R)(line.slice(DATA_START.length, -DATA_END.length), 'bad-fact', 'acceptance criteria', 60_000);
        const items = (Array.isArray(list) ? list : []);
        return new Map(items.flatMap(({ id, text }) => typeof id === 'string' && _core_names_js__WEBPACK_IMPORTED_MODULE_1__/* .AC_ID */ .ng.test(id) && typeof text === 'string'
            ? [[id, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(text, 500)]]
            : []));
    }
    catch {
        return new Map();
    }
}


/***/ }),

/***/ 716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ findLedger)
/* harmony export */ });
/* harmony import */ var _core_fold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5281);
/* harmony import */ var _core_ledger_block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9597);
/* harmony import */ var _core_ledger_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3806);



function findLedger(flow, subject, comments) {
    const marker = (0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerMarker */ .Ae)(flow, subject);
    const marked = comments.filter((comment) => comment.body.startsWith(marker));
    const own = marked
        .filter((comment) => comment.own)
        .sort((a, b) => Number(b.on === 'pr') - Number(a.on === 'pr') || a.id - b.id);
    const notes = [];
    if (marked.length > own.length)
        notes.push('a comment by another account poses as the Ledger: ignored');
    const ledger = own[0];
    if (ledger === undefined) {
        return { place: { on: 'issue', number: subject }, facts: [], trusted: true, body: '', duplicates: [], notes };
    }
    const blocks = own.map((comment) => ({ comment, block: (0,_core_ledger_block_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBlock */ .Wq)(comment.body) }));
    const trusted = blocks.filter(({ comment, block }) => !comment.editedByOther && block?.intact === true);
    const untouched = trusted.length === blocks.length;
    if (!untouched)
        notes.push('ledger repaired');
    if (own.length > 1)
        notes.push(`${own.length - 1} duplicate Ledger folded in`);
    return {
        place: { on: ledger.on, number: ledger.number, comment: ledger.id },
        facts: (0,_core_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .unite */ ._f)(...trusted.map(({ block }) => block.facts)),
        trusted: untouched,
        body: ledger.body,
        duplicates: own.slice(1).map(({ id, on }) => ({ id, on })),
        notes,
    };
}


/***/ }),

/***/ 6408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ forwardPath),
/* harmony export */   gV: () => (/* binding */ stageOf)
/* harmony export */ });
/* unused harmony export happyRoute */
/* harmony import */ var _core_flow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1962);

function forwardPath(flow, from) {
    const path = [];
    let agent = from;
    while (agent !== undefined && !path.includes(agent)) {
        path.push(agent);
        const row = flow.agents[agent];
        const next = row && happyRoute(flow, agent);
        agent = next === undefined ? undefined : (0,_core_flow_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveAgent */ .cT)(flow, next);
    }
    return path;
}
function happyRoute(flow, agent) {
    const row = flow.agents[agent];
    const green = row.routes.find((route) => route.when !== undefined && 'gates' in route.when && route.when.is === 'pass');
    return (green ?? (0,_core_flow_js__WEBPACK_IMPORTED_MODULE_0__/* .forwardRoute */ .nw)(row)).agent;
}
function stageOf(flow, agent) {
    if (agent === flow['last-validation'])
        return 'validate';
    if (agent === flow.publisher)
        return 'publish';
    return forwardPath(flow, flow.publisher).includes(agent) ? 'after' : 'work';
}


/***/ }),

/***/ 2804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ hopTitle),
/* harmony export */   tf: () => (/* binding */ isRunOf)
/* harmony export */ });
/* unused harmony export parseRunTitle */
/* harmony import */ var _core_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8448);

const TITLE = /^([1-9][0-9]{0,8})\/(0|[1-9][0-9]?)\/([0-9]) ([a-z0-9-]+)(?: repair ([1-9][0-9]{0,2}))?$/;
function hopTitle(subject, hop, repair = 0) {
    return `${subject}/${hop.seq}/${hop.attempt} ${hop.agent}${repair === 0 ? '' : ` repair ${repair}`}`;
}
function parseRunTitle(title) {
    const match = TITLE.exec(title);
    if (match === null)
        return undefined;
    const [subject, seq, attempt] = match.slice(1, 4).map(Number);
    const agent = match[4];
    const repair = Number(match[5] ?? 0);
    const start = seq === 0 && attempt === 0 && agent === 'start' && repair === 0;
    const hop = seq >= 1 && seq <= _core_names_js__WEBPACK_IMPORTED_MODULE_0__/* .HOP_LIMIT */ .Ix && attempt >= 1 && attempt <= _core_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTEMPT_LIMIT */ .Ai && _core_names_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME */ .o_.test(agent);
    return start || hop ? { subject, seq, attempt, agent, repair } : undefined;
}
function isRunOf(title, subject, hop) {
    const run = parseRunTitle(title);
    return (run !== undefined &&
        run.subject === subject &&
        run.seq === hop.seq &&
        run.attempt === hop.attempt &&
        run.agent === hop.agent);
}


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xh: () => (/* binding */ nextOf),
/* harmony export */   Y0: () => (/* binding */ isAhead),
/* harmony export */   hG: () => (/* binding */ successor),
/* harmony export */   yI: () => (/* binding */ lastHop)
/* harmony export */ });
/* harmony import */ var _core_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8448);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6408);


function successor(end, start, detour) {
    const next = end.next.agent;
    if (next === undefined)
        return undefined;
    const back = start?.return;
    if (end.reason === 'stale-head') {
        const attempt = next === end.agent ? end.attempt : 1;
        return { seq: end.seq + 1, attempt, agent: next, redo: (start?.redo ?? 0) + 1, return: back };
    }
    if (next === end.agent && end.attempt < _core_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTEMPT_LIMIT */ .Ai) {
        return { seq: end.seq, attempt: end.attempt + 1, agent: next, redo: 0, return: back };
    }
    return { seq: end.seq + 1, attempt: 1, agent: next, redo: 0, return: detour ? end.agent : undefined };
}
function isAhead(flow, from, target) {
    return (0,_path_js__WEBPACK_IMPORTED_MODULE_1__/* .forwardPath */ .BG)(flow, from).slice(1).includes(target);
}
function lastHop(state) {
    const record = [...state.hops].reverse().find((hop) => hop.end !== undefined);
    return record?.end === undefined ? undefined : { record, end: record.end };
}
function nextOf(flow, state) {
    const last = lastHop(state);
    if (last === undefined)
        return { seq: 1, attempt: 1, agent: flow.entry, redo: 0, return: undefined };
    const { end } = last;
    const detour = end.claim !== undefined && end.next.agent !== undefined && isAhead(flow, end.agent, end.next.agent);
    return successor(end, last.record.starts.at(-1), detour);
}


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  admitHop: () => (/* binding */ admitHop)
});

// EXTERNAL MODULE: ./build/js/src/core/ledger/block.js
var ledger_block = __webpack_require__(9597);
// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
// EXTERNAL MODULE: ./build/js/src/core/evidence.js
var evidence = __webpack_require__(255);
// EXTERNAL MODULE: ./build/js/src/core/fold.js
var fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/core/flow.js
var core_flow = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/js/src/core/names.js
var names = __webpack_require__(8448);
// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/js/src/flow/path.js
var path = __webpack_require__(6408);
// EXTERNAL MODULE: ./build/js/src/flow/successor.js
var successor = __webpack_require__(7785);
;// CONCATENATED MODULE: ./build/js/src/flow/plan.js






function planHop(input) {
    const { flow, profile, state } = input;
    const row = flow.agents[input.hop.agent];
    const wanted = (0,core_flow/* rowGates */.d2)(flow, row);
    const built = (gate) => input.built.includes(gate) || names/* COMPUTED_GATES */.Xt.includes(gate);
    const claimer = input.hop.return === undefined ? undefined : flow.agents[input.hop.return];
    const progress = wanted.flatMap(({ gate }) => {
        const measure = flow.gates[gate]?.progress;
        return measure === undefined ? [] : [[gate, measure]];
    });
    const scopes = row.writes.flatMap((scope) => (scope === 'none' ? [] : profile.scopes[scope]));
    return {
        v: 1,
        flow: flow.flow,
        subject: input.subject,
        seq: input.hop.seq,
        attempt: input.hop.attempt,
        agent: input.hop.agent,
        microloop: row.microloop,
        redo: input.hop.redo,
        ...(input.hop.return === undefined ? {} : { return: input.hop.return }),
        ...(claimer === undefined ? {} : { 'return-route': (0,core_flow/* forwardRoute */.nw)(claimer) }),
        fence: input.fence,
        head: input.head,
        base: input.base,
        'base-branch': input.baseBranch,
        branch: input.branch,
        first: input.first,
        does: row.does,
        writes: [...row.writes],
        scope: [...new Set(scopes)],
        gates: wanted.filter(({ gate }) => built(gate)),
        unavailable: wanted.filter(({ gate }) => !built(gate)).map(({ gate }) => gate),
        required: (0,core_flow/* requiredGates */.g1)(flow),
        routes: [...row.routes],
        taken: row.routes.map((route) => (0,fold/* traversals */.WR)(state, input.hop.agent, route.agent)),
        progress: Object.fromEntries(progress),
        skips: profile.skips,
        stage: (0,path/* stageOf */.gV)(flow, input.hop.agent),
        ...(input.hop.agent === flow['merges-base'] && input.baseHead !== input.base ? { merge: input.baseHead } : {}),
        criteria: input.hop.agent === flow.criteria,
        'last-validation': flow['last-validation'],
        partial: state.partial,
        detours: row.routes.flatMap(({ when, agent }) => when !== undefined && 'claim' in when && agent !== undefined && (0,successor/* isAhead */.Y0)(flow, input.hop.agent, agent)
            ? [when.claim]
            : []),
        notes: input.notes.slice(0, 3).map((note) => (0,core_text/* shorten */.ml)(note, 200)),
        acs: state.acs.map((id) => ({ id, text: input.criteria.get(id) ?? '' })),
        ledger: input.ledger,
        ...(input.pr === undefined ? {} : { pr: input.pr }),
    };
}

;// CONCATENATED MODULE: ./build/js/src/flow/known-facts.js

function knownFacts(flow, subject, copies, carried = []) {
    const all = (0,fold/* unite */._f)(copies.ledger.facts, copies.checkFacts, carried);
    return all.filter((fact) => fact.flow === flow && fact.subject === subject);
}

// EXTERNAL MODULE: ./build/js/src/flow/run-name.js
var run_name = __webpack_require__(2804);
;// CONCATENATED MODULE: ./build/js/src/flow/admit.js








function admit(snapshot) {
    const { dispatch, actor, flow } = snapshot;
    const ignore = (reason, exit, message) => ({
        mode: 'ignore',
        reason,
        exit,
        message,
    });
    if (snapshot.currentFlow !== undefined && snapshot.currentFlow !== flow.flow) {
        return ignore('out-of-scope', 0, `guard: skipped (out-of-scope), CURRENT_FLOW is ${(0,core_text/* printable */.g$)(snapshot.currentFlow, 40)}`);
    }
    if (!actor.ownBot && !actor.mayWrite) {
        return ignore('unauthorised', 1, `${actor.login} may not start a hop: write permission is needed`);
    }
    if (snapshot.issue === undefined)
        return ignore('no-subject', 1, `there is no issue #${dispatch.subject}`);
    const given = [dispatch.seq, dispatch.attempt, dispatch.agent].filter((item) => item !== undefined).length;
    if (given !== 0 && given !== 3)
        return ignore('malformed', 1, 'seq, attempt and agent come together or not at all');
    const known = knownFacts(flow.flow, dispatch.subject, snapshot, actor.ownBot ? dispatch.facts : []);
    const state = (0,fold/* fold */.AU)(known);
    const named = named3(snapshot, dispatch);
    if (named !== undefined && named.agent === undefined)
        return ignore('malformed', 1, `no agent is called ${dispatch.agent}`);
    const wanted = named;
    if (wanted !== undefined && ended(state, wanted)) {
        return ignore('duplicate', 0, `hop ${wanted.seq}.${wanted.attempt} has ended already: a duplicate delivery`);
    }
    const open = openHop(flow, state, snapshot);
    if (open === undefined)
        return ignore('ended', 0, endMessage(state));
    if (wanted !== undefined && !same(wanted, open)) {
        return ignore('malformed', 1, `the facts expect hop ${open.seq}.${open.attempt} ${open.agent}, not ${wanted.seq}.${wanted.attempt} ${wanted.agent}`);
    }
    if (wanted !== undefined && dispatch.head !== undefined && (state.head ?? dispatch.head) !== dispatch.head) {
        return ignore('malformed', 1, `the facts stand on ${state.head}, not ${dispatch.head}`);
    }
    const holder = aliveHolder(snapshot, state, open);
    if (holder !== undefined) {
        const message = `run ${holder} holds hop ${open.seq}.${open.attempt}`;
        return wanted === undefined ? ignore('running', 0, message) : ignore('superseded', 0, message);
    }
    if (snapshot.lowUntil !== undefined) {
        const message = `the host takes few more calls this hour: hop ${open.seq}.${open.attempt} waits until ${snapshot.lowUntil}`;
        return ignore('rate-limited', 0, message);
    }
    return admitted(snapshot, known, state, open);
}
function named3(snapshot, dispatch) {
    if (dispatch.seq === undefined || dispatch.attempt === undefined || dispatch.agent === undefined)
        return undefined;
    return { seq: dispatch.seq, attempt: dispatch.attempt, agent: (0,core_flow/* resolveAgent */.cT)(snapshot.flow, dispatch.agent) };
}
function ended(state, hop) {
    return state.hops.some((record) => record.seq === hop.seq && record.attempt === hop.attempt && record.end !== undefined);
}
function same(a, b) {
    return a.seq === b.seq && a.attempt === b.attempt && a.agent === b.agent;
}
function openHop(flow, state, snapshot) {
    const due = (0,successor/* nextOf */.Xh)(flow, state);
    if (due !== undefined)
        return due;
    const last = (0,successor/* lastHop */.yI)(state);
    const stopped = last?.end.status === 'fail' &&
        last.end.reason !== 'partial' &&
        last.end.reason !== 'hop-limit' &&
        last.end.seq < names/* HOP_LIMIT */.Ix;
    if (last === undefined || !stopped || snapshot.actor.ownBot)
        return undefined;
    return {
        seq: last.end.seq + 1,
        attempt: 1,
        agent: last.end.agent,
        redo: 0,
        return: last.record.starts.at(-1)?.return,
    };
}
function endMessage(state) {
    const reason = state.last?.reason === undefined ? 'ready' : `needs-rework (${state.last.reason})`;
    return `the flow has ended: ${reason}`;
}
function aliveHolder(snapshot, state, open) {
    const record = state.hops.find((hop) => hop.seq === open.seq && hop.attempt === open.attempt);
    const fences = record?.starts.map((start) => start.fence) ?? [];
    const titled = snapshot.runs
        .filter((run) => (0,run_name/* isRunOf */.tf)(run.title, snapshot.dispatch.subject, open))
        .map((run) => run.id);
    const rivals = [...new Set([...fences, ...titled])].filter((id) => id < snapshot.run);
    return rivals.find((id) => snapshot.runs.some((run) => run.id === id && run.alive));
}
function admitted(snapshot, known, state, open) {
    const branch = state.branch ?? (0,names/* branchName */.at)(snapshot.profile.branch.prefix, String(snapshot.dispatch.subject));
    const newest = snapshot.commits?.[0];
    const trailer = `${snapshot.flow.flow}/${snapshot.dispatch.subject}/${open.seq}/${open.agent}/${open.attempt}`;
    const verify = newest !== undefined && newest.hop === trailer;
    const base = state.base ?? (verify ? (snapshot.commits?.[1]?.sha ?? snapshot.base.head) : snapshot.base.head);
    const expected = state.head ?? base;
    const head = verify ? (snapshot.commits?.[1]?.sha ?? base) : (newest?.sha ?? base);
    const reason = refusal(snapshot, state, expected, verify, open);
    const hop = planHop({
        flow: snapshot.flow,
        profile: snapshot.profile,
        built: snapshot.built,
        state,
        hop: open,
        subject: snapshot.dispatch.subject,
        fence: snapshot.run,
        head,
        base,
        baseBranch: snapshot.base.branch,
        baseHead: snapshot.base.head,
        branch,
        criteria: snapshot.criteria,
        ledger: snapshot.ledger.place,
        first: snapshot.commits === undefined || (verify && state.head === undefined),
        notes: snapshot.ledger.notes,
        pr: state.pr === snapshot.pr ? state.pr : undefined,
    });
    return { mode: reason === '' ? (verify ? 'verify-only' : 'run') : 'refuse', reason, hop, known };
}
function refusal(snapshot, state, expected, verify, open) {
    if (open.seq > names/* HOP_LIMIT */.Ix)
        return 'hop-limit';
    if (!snapshot.issue.open)
        return 'subject-closed';
    const { commits } = snapshot;
    const begun = state.head !== undefined && state.head !== state.base;
    if (!begun)
        return commits === undefined || verify ? '' : 'history-rewritten';
    if (commits === undefined || !commits.some((commit) => commit.sha === expected))
        return 'history-rewritten';
    if (verify || open.redo > 0)
        return '';
    return commits[0].sha === expected ? '' : 'stale-head';
}

// EXTERNAL MODULE: ./build/js/src/flow/criteria.js
var criteria = __webpack_require__(8322);
// EXTERNAL MODULE: ./build/js/src/runtime/github/client.js
var client = __webpack_require__(282);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 25 modules
var github_host = __webpack_require__(3003);
// EXTERNAL MODULE: ./build/js/src/runtime/github/quota.js
var quota = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/js/src/flow/find-ledger.js
var find_ledger = __webpack_require__(716);
// EXTERNAL MODULE: ./build/js/src/flow/trailers.js
var flow_trailers = __webpack_require__(7275);
// EXTERNAL MODULE: ./build/js/src/core/embedded.js
var embedded = __webpack_require__(5984);
// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/merge.js
var merge = __webpack_require__(3512);
;// CONCATENATED MODULE: ./build/js/src/flow/lint.js



function lintFlow(flow) {
    const graph = new Graph(flow);
    return [
        ...entryFindings(flow),
        ...routeTargets(flow, graph),
        ...forwardRoutes(flow, graph),
        ...gateFindings(flow, graph),
        ...ownerFindings(flow),
        ...reachability(flow, graph),
        ...bounds(flow, graph),
        ...loops(flow, graph),
        ...claimFindings(flow, graph),
    ];
}
class Graph {
    from = new Map();
    pathTo = new Map();
    ends = new Set();
    constructor(flow) {
        for (const [agent, row] of Object.entries(flow.agents)) {
            const targets = row.routes.flatMap((route) => route.agent !== undefined && Object.hasOwn(flow.agents, route.agent) ? [route.agent] : []);
            this.from.set(agent, targets);
        }
        const queue = [];
        if (this.from.has(flow.entry)) {
            this.pathTo.set(flow.entry, [flow.entry]);
            queue.push(flow.entry);
        }
        for (let agent = queue.shift(); agent !== undefined; agent = queue.shift()) {
            for (const target of this.from.get(agent)) {
                if (this.pathTo.has(target))
                    continue;
                this.pathTo.set(target, [...this.pathTo.get(agent), target]);
                queue.push(target);
            }
        }
        const finals = Object.entries(flow.agents).filter(([, row]) => row.routes.some((route) => route.type === 'FINALIZE' && route.agent === undefined));
        const pending = finals.map(([agent]) => agent);
        for (let agent = pending.pop(); agent !== undefined; agent = pending.pop()) {
            if (this.ends.has(agent))
                continue;
            this.ends.add(agent);
            for (const [source, targets] of this.from)
                if (targets.includes(agent))
                    pending.push(source);
        }
    }
    path(agent) {
        return this.pathTo.get(agent) ?? [agent];
    }
}
function suggestion(name, candidates) {
    const near = (0,errors/* nearest */.pA)(name, candidates);
    return near === undefined ? '' : `; did you mean ${near}?`;
}
function entryFindings(flow) {
    return ['entry', 'last-validation', 'publisher', 'criteria', 'merges-base'].flatMap((key) => {
        const agent = flow[key];
        if (agent === undefined || Object.hasOwn(flow.agents, agent))
            return [];
        const message = `${key}: no agent is called ${agent}${suggestion(agent, Object.keys(flow.agents))}`;
        return [{ rule: 'unknown-agent', agent, message, path: [] }];
    });
}
function routeTargets(flow, graph) {
    const names = [...Object.keys(flow.agents), ...Object.keys(flow.aliases)];
    const loops = new Set(flow.microloops.map((loop) => loop.name));
    const findings = [];
    for (const [agent, row] of Object.entries(flow.agents)) {
        const path = graph.path(agent);
        if (!loops.has(row.microloop)) {
            findings.push({
                rule: 'unknown-microloop',
                agent,
                message: `microloop ${row.microloop} does not exist${suggestion(row.microloop, loops)}`,
                path,
            });
        }
        for (const route of row.routes) {
            if (route.agent === undefined) {
                if (route.type === 'NEXT')
                    findings.push({ rule: 'route-target', agent, message: 'a NEXT route needs an agent', path });
            }
            else if (!Object.hasOwn(flow.agents, route.agent)) {
                const alias = Object.hasOwn(flow.aliases, route.agent)
                    ? `; write ${flow.aliases[route.agent]}`
                    : suggestion(route.agent, names);
                findings.push({
                    rule: 'route-target',
                    agent,
                    message: `route to ${route.agent}: no such agent${alias}`,
                    path: [...path, route.agent],
                });
            }
        }
    }
    for (const [alias, target] of Object.entries(flow.aliases)) {
        if (!Object.hasOwn(flow.agents, target)) {
            findings.push({
                rule: 'alias',
                agent: alias,
                message: `alias ${alias}: no agent is called ${target}${suggestion(target, names)}`,
                path: [],
            });
        }
    }
    return findings;
}
function forwardRoutes(flow, graph) {
    return Object.entries(flow.agents).flatMap(([agent, row]) => {
        const free = row.routes.filter((route) => route.when === undefined);
        if (free.length === 1 && (0,core_flow/* forwardRoute */.nw)(row) === free[0] && free[0].max === undefined)
            return [];
        const why = free.length !== 1
            ? `${free.length} routes have no condition`
            : free[0].max !== undefined
                ? 'the forward route has a max'
                : 'the route without a condition is not the last';
        return [
            {
                rule: 'forward-route',
                agent,
                message: `${why}; each agent needs exactly one, the last, without a max`,
                path: graph.path(agent),
            },
        ];
    });
}
function gateFindings(flow, graph) {
    return Object.entries(flow.agents).flatMap(([agent, row]) => {
        const used = [
            ...(0,core_flow/* rowGates */.d2)(flow, row).map((use) => use.gate),
            ...row.routes.flatMap((route) => (route.when !== undefined && 'gate' in route.when ? [route.when.gate] : [])),
        ];
        return [...new Set(used)].flatMap((gate) => {
            const known = flow.gates[gate];
            const path = graph.path(agent);
            if (known === undefined)
                return [
                    {
                        rule: 'unknown-gate',
                        agent,
                        message: `gate ${gate} is not in this flow's table${suggestion(gate, Object.keys(flow.gates))}`,
                        path,
                    },
                ];
            if (known.required === 'never')
                return [{ rule: 'forbidden-gate', agent, message: `gate ${gate} may not be set in ${flow.flow}`, path }];
            return [];
        });
    });
}
function ownerFindings(flow) {
    return Object.entries(flow.gates).flatMap(([gate, row]) => {
        if (row.required === 'never')
            return [];
        if (row.owners.length === 0)
            return [{ rule: 'gate-owner', agent: 'engine', message: `gate ${gate} has no owner`, path: [] }];
        return row.owners.flatMap((owner) => {
            if (owner === 'engine')
                return [];
            const agent = flow.agents[owner];
            if (agent === undefined)
                return [
                    {
                        rule: 'gate-owner',
                        agent: owner,
                        message: `gate ${gate} is owned by ${owner}: no such agent${suggestion(owner, Object.keys(flow.agents))}`,
                        path: [],
                    },
                ];
            const inRow = (0,core_flow/* rowGates */.d2)(flow, agent).some((use) => use.gate === gate);
            return inRow
                ? []
                : [
                    {
                        rule: 'gate-owner',
                        agent: owner,
                        message: `${owner} owns gate ${gate}, but its row does not run it`,
                        path: [],
                    },
                ];
        });
    });
}
function reachability(flow, graph) {
    return Object.keys(flow.agents).flatMap((agent) => {
        const findings = [];
        if (!graph.pathTo.has(agent))
            findings.push({ rule: 'unreachable', agent, message: `no route leads from ${flow.entry} to ${agent}`, path: [] });
        if (!graph.ends.has(agent))
            findings.push({
                rule: 'no-end',
                agent,
                message: `no way leads from ${agent} to the end`,
                path: graph.path(agent),
            });
        return findings;
    });
}
function bounds(flow, graph) {
    const order = new Map((0,path/* forwardPath */.BG)(flow, flow.entry).map((agent, index) => [agent, index]));
    const findings = [];
    for (const [agent, row] of Object.entries(flow.agents)) {
        const limits = new Map();
        for (const route of row.routes) {
            if (route.agent === undefined || route.when === undefined || route.agent === agent)
                continue;
            if (limits.has(route.agent) && limits.get(route.agent) !== route.max) {
                findings.push({
                    rule: 'edge-bound',
                    agent,
                    message: `two routes to ${route.agent} have different max; an edge is counted once`,
                    path: graph.path(agent),
                });
            }
            limits.set(route.agent, route.max);
            if (isBackward(flow, order, agent, route) && route.max === undefined) {
                findings.push({
                    rule: 'edge-bound',
                    agent,
                    message: `the conditional route back to ${route.agent} needs a max`,
                    path: [...graph.path(agent), route.agent],
                });
            }
        }
    }
    return findings;
}
function isBackward(flow, order, agent, route) {
    const [from, to] = [order.get(agent), order.get(route.agent)];
    if (from !== undefined && to !== undefined)
        return to <= from;
    return Object.hasOwn(flow.agents, route.agent) && (0,path/* forwardPath */.BG)(flow, route.agent).includes(agent);
}
function loops(flow, graph) {
    const seen = new Set();
    return Object.keys(flow.agents).flatMap((agent) => {
        const walk = [];
        let current = agent;
        while (current !== undefined &&
            Object.hasOwn(flow.agents, current) &&
            !walk.includes(current) &&
            !seen.has(current)) {
            walk.push(current);
            const row = flow.agents[current];
            current = row.routes.find((route) => route.when === undefined)?.agent;
        }
        for (const name of walk)
            seen.add(name);
        if (current === undefined || !walk.includes(current))
            return [];
        const cycle = [...walk.slice(walk.indexOf(current)), current];
        return [
            {
                rule: 'endless-loop',
                agent: current,
                message: `unconditional routes form a loop: ${cycle.join(' -> ')}`,
                path: [...graph.path(current), ...cycle.slice(1)],
            },
        ];
    });
}
function claimFindings(flow, graph) {
    return Object.entries(flow.agents).flatMap(([agent, row]) => {
        const claims = row.routes.flatMap((route) => route.when !== undefined && 'claim' in route.when ? [route.when.claim] : []);
        const twice = claims.filter((claim, index) => claims.indexOf(claim) !== index);
        return twice.map((claim) => ({
            rule: 'claim',
            agent,
            message: `claim ${claim} has two routes`,
            path: graph.path(agent),
        }));
    });
}
function happyPath(flow) {
    return forwardPath(flow, flow.entry);
}

// EXTERNAL MODULE: ./build/js/src/runtime/checked-yaml.js
var checked_yaml = __webpack_require__(1098);
// EXTERNAL MODULE: ./build/js/src/runtime/strict-yaml.js
var strict_yaml = __webpack_require__(5658);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow-file.js







const builtIn = embedded/* embedded */.F.flows;
const NO_PLACE = { value: undefined, locate: () => ({ line: 1, col: 1 }) };
const BUILT_IN_FLOWS = Object.keys(builtIn);
function readFlow(name, text, file = 'flow') {
    if (text === undefined)
        return check(builtInFlow(name, 'flow'), NO_PLACE, `workflows-templates/flows/${name}.yml`);
    const yaml = (0,strict_yaml/* parseStrictYaml */.A)(text, file, 'bad-flow');
    if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
        throw new errors/* FlowError */.Tr('bad-flow', 'the file is not a map', {
            at: `${file}:1:1`,
            fix: 'start with `extends: generative`',
        });
    }
    const { extends: parent, ...own } = yaml.value;
    if (parent === undefined)
        return check(own, yaml, file);
    const { line, col } = yaml.locate(['extends']);
    return check((0,merge/* mergeOver */.V)(builtInFlow(String(parent), `${file}:${line}:${col}`), own), yaml, file);
}
function loadFlow(name, text, file = 'flow') {
    const flow = readFlow(name, text, file);
    const [finding] = text === undefined ? [] : lintFlow(flow);
    if (finding === undefined)
        return flow;
    throw new errors/* FlowError */.Tr('bad-flow', `${finding.rule}: ${finding.message}`, {
        at: file,
        fix: `run \`bitnet-flow flow lint ${file}\`; the way there: ${finding.path.join(' -> ') || finding.agent}`,
    });
}
function check(value, yaml, file) {
    return (0,checked_yaml/* checkYaml */.c)(core_flow/* flowSchema */.q7, value, yaml, file, 'bad-flow');
}
function builtInFlow(name, at) {
    if (Object.hasOwn(builtIn, name))
        return builtIn[name];
    const near = (0,errors/* nearest */.pA)(name, BUILT_IN_FLOWS);
    throw new errors/* FlowError */.Tr('bad-flow', `there is no built-in flow ${JSON.stringify(name)}`, {
        at,
        fix: near === undefined ? `use one of: ${BUILT_IN_FLOWS.join(', ')}` : `did you mean ${JSON.stringify(near)}?`,
    });
}

// EXTERNAL MODULE: ./build/js/src/runtime/profile.js
var runtime_profile = __webpack_require__(4956);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/read-state.js








async function readState(number, files, host, dispatched) {
    const profileNow = files['profile-file'] === undefined ? (0,runtime_profile/* loadProfile */.i)(files.profile) : undefined;
    const branch = (0,names/* branchName */.at)(profileNow?.branch.prefix ?? 'feat/', String(number));
    const read = await host.readSubject(number, branch, profileNow?.branch.base);
    const noted = (0,fold/* fold */.AU)((0,find_ledger/* findLedger */.z)(files.flow, number, read.comments).facts);
    const at = noted.base ?? read.base.head;
    const flow = loadFlow(files.flow, await optionalFile(host, files['flow-file'], at), files['flow-file']);
    const profile = profileNow ??
        (0,runtime_profile/* loadProfile */.i)(files.profile, await optionalFile(host, files['profile-file'], at), files['profile-file']);
    const own = noted.branch ?? (0,names/* branchName */.at)(profile.branch.prefix, String(number));
    const { base } = profile.branch;
    const subject = own === branch && base === profileNow?.branch.base ? read : await host.readSubject(number, own, base);
    const commits = flowCommits(subject);
    const found = (0,find_ledger/* findLedger */.z)(files.flow, number, subject.comments);
    const lost = found.body === '' &&
        (dispatched?.ledger !== undefined || (commits ?? []).some((commit) => commit.hop !== undefined));
    const ledger = lost ? { ...found, trusted: false, notes: [...found.notes, 'ledger rebuilt'] } : found;
    const altered = dispatched !== undefined && ledger.trusted && changedSince(dispatched, found.facts);
    const copies = ledger.trusted && !altered ? NO_COPIES : await factsOfChecks(host, commits ?? []);
    const notes = [...ledger.notes, ...(altered ? ['ledger changed since the dispatch'] : []), ...copies.notes];
    return { flow, profile, subject, commits, ledger: { ...ledger, notes }, checkFacts: copies.facts };
}
const NO_COPIES = { facts: [], notes: [] };
function changedSince(inputs, facts) {
    if (inputs.chain === undefined)
        return false;
    const left = facts.filter((fact) => fact.kind !== 'start' || fact.seq !== inputs.seq || fact.attempt !== inputs.attempt);
    const chain = (0,ledger_block/* chainOf */.dR)(left);
    return chain !== undefined && chain !== inputs.chain;
}
function flowCommits(subject) {
    return subject.commits?.map(({ sha, message }) => {
        const trailers = (0,flow_trailers/* parseTrailers */.aw)(message);
        return { sha, hop: trailers === undefined ? undefined : (0,flow_trailers/* renderHopId */.JE)(trailers.hop) };
    });
}
async function optionalFile(host, path, ref) {
    return path === undefined ? undefined : ((await host.readFile(path, ref)) ?? '');
}
async function factsOfChecks(host, commits) {
    const facts = [];
    let foreign = 0;
    const oldest = commits.findLastIndex((commit) => commit.hop !== undefined);
    for (const { sha } of commits.slice(0, oldest + 1)) {
        for (const check of await host.listChecks(sha)) {
            const gate = /:gate:(.+)$/.exec(check.name)?.[1];
            if (gate === undefined)
                continue;
            if (check.app !== github_host.OWN_APP_SLUG) {
                foreign++;
                continue;
            }
            const block = (0,ledger_block/* decodeBlock */.Wq)(check.text);
            const own = (fact) => fact.kind === 'gate' ? fact.gate === gate && fact.sha === sha : gate === 'guard';
            if (block?.intact === true)
                facts.push(...block.facts.filter(own));
        }
    }
    return { facts, notes: foreign === 0 ? [] : [`foreign-check: ${foreign} not counted`] };
}

;// CONCATENATED MODULE: ./build/js/src/runtime/flow/admit.js










const ISSUE_CHARS = 60_000;
async function admitHop(inputs, world) {
    const { host } = world;
    const ownBot = world.actor === github_host/* OWN_BOT */.Ve;
    const [state, mayWrite, runs] = [
        await readState(inputs.subject, inputs, host, ownBot ? inputs : undefined),
        ownBot ? true : await host.mayWrite(world.actor),
        await host.listRuns(inputs.workflow),
    ];
    const { flow, profile, subject, commits, ledger } = state;
    const snapshot = {
        currentFlow: inputs['current-flow'],
        flow,
        profile,
        built: world.built,
        dispatch: {
            subject: inputs.subject,
            seq: inputs.seq,
            attempt: inputs.attempt,
            agent: inputs.agent,
            head: inputs.head,
            facts: (0,ledger_block/* decodeBlock */.Wq)(inputs.facts ?? '')?.facts ?? [],
        },
        actor: { login: world.actor, ownBot, mayWrite },
        run: world.run,
        issue: subject.issue,
        ledger,
        checkFacts: state.checkFacts,
        base: subject.base,
        commits,
        runs,
        criteria: (0,criteria/* readCriteria */.o)(subject.issue?.body ?? ''),
        pr: subject.pr?.number,
    };
    const low = host.client.lowUntil(client/* HOP_CALLS */.EY);
    const admission = admit(low === undefined ? snapshot : { ...snapshot, lowUntil: (0,quota/* utcSeconds */.kk)(low) });
    if (admission.mode === 'ignore')
        return { outputs: { mode: 'ignore', reason: admission.reason }, admission };
    const { hop, mode, reason, known } = admission;
    const issue = subject.issue;
    const text = issue.body.slice(0, ISSUE_CHARS);
    return {
        admission,
        outputs: {
            mode,
            reason,
            agent: hop.agent,
            head: hop.head,
            base: hop.base,
            hop: JSON.stringify(hop),
            issue: JSON.stringify({ number: issue.number, title: issue.title, body: text, author: issue.author }),
            context: JSON.stringify(promptContext(known, hop.head)),
            known: (0,ledger_block/* encodeBlockWithin */.r6)(known, render/* LEDGER_LIMIT */.wZ),
        },
    };
}
function promptContext(known, head) {
    const state = (0,fold/* fold */.AU)(known);
    const onHead = [...state.gates.values()].filter((fact) => fact.sha === head);
    const ends = state.hops.flatMap((hop) => (hop.end === undefined ? [] : [hop.end])).slice(-10);
    return {
        facts: onHead.map((fact) => `${fact.gate}: ${fact.status}${fact.reason ? ` (${fact.reason})` : ''} ${(0,evidence/* evidenceLine */.OF)(fact.evidence)}`.trim()),
        advisories: ends.flatMap((end) => end.advisories ?? []).slice(-9),
        ends: ends.map((end) => `${end.seq}.${end.attempt} ${end.agent}: ${end.status}${end.reason ? ` (${end.reason})` : ''} ${end.summary}`),
    };
}


/***/ }),

/***/ 1743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  updateLedger: () => (/* binding */ updateLedger)
});

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/fact.js
var core_fact = __webpack_require__(5888);
// EXTERNAL MODULE: ./build/js/src/core/fold.js
var fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/core/ledger/block.js
var ledger_block = __webpack_require__(9597);
// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
// EXTERNAL MODULE: ./build/js/src/core/result.js
var core_result = __webpack_require__(5327);
// EXTERNAL MODULE: ./build/js/src/core/strict-json.js
var strict_json = __webpack_require__(6822);
// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/js/src/flow/criteria.js
var criteria = __webpack_require__(8322);
// EXTERNAL MODULE: ./build/js/src/flow/find-ledger.js
var find_ledger = __webpack_require__(716);
// EXTERNAL MODULE: ./build/js/src/flow/successor.js
var successor = __webpack_require__(7785);
;// CONCATENATED MODULE: ./build/js/src/flow/labels.js
const LABELS = {
    'flow:generative': { color: '5319e7', description: 'bitnet-flow: issue to Draft PR' },
    'state:in-progress': { color: 'fbca04', description: 'bitnet-flow: hops are running' },
    'state:ready': { color: '0e8a16', description: 'bitnet-flow: complete, every required gate passes' },
    'state:needs-rework': { color: 'd93f0b', description: 'bitnet-flow: stopped or partial; see the Decision' },
};
function labelsFor(current, flow, state) {
    const kept = current.filter((label) => !/^state:(in-progress|ready|needs-rework)$/.test(label) && label !== `flow:${flow}`);
    return [...kept, `flow:${flow}`, `state:${state}`];
}
function sameLabels(a, b) {
    return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}

;// CONCATENATED MODULE: ./build/js/src/flow/pull-request.js


function pullRequestText(state, said, issue) {
    const title = (0,core_text/* printable */.g$)(said?.title ?? issue.title, 120)
        .replace(/@(?=\w)/g, '(at)')
        .replace(/#(?=\d)/g, 'no. ')
        .replace(/\bGH-(?=\d)/gi, 'GH ')
        .replace(/:\/\//g, ': ') || `Issue ${issue.number}`;
    const rows = (0,render/* gateRows */.Zl)(state)
        .filter((row) => row.current)
        .map((row) => `| ${row.gate} | ${row.fact.status}${row.fact.reason ? ` (${row.fact.reason})` : ''} |`);
    const body = [
        inertMarkdown(said?.body ?? '', 20_000),
        '',
        `${state.partial ? 'Part of' : 'Closes'} #${issue.number}`,
        '',
        '### Gates on this head',
        '',
        '| Gate | Status |',
        '|---|---|',
        ...rows,
        '',
        'The verdicts are computed by the gates; the Ledger below holds the evidence.',
    ].join('\n');
    return { title, body: `${body.trim()}\n` };
}
const INERT_LIMIT = 50_000;
function inertMarkdown(text, max) {
    const lines = (0,core_text/* shorten */.ml)(text, max)
        .split(/\r?\n/)
        .map((line) => {
        const [, prefix, rest] = /^(\s{0,6}(?:#{1,6} |[-+*] |\d{1,3}\. |> )?)(.*)$/s.exec(line);
        return `${prefix}${inline(rest)}`;
    });
    let room = INERT_LIMIT;
    const kept = lines.filter((line) => (room -= line.length + 1) >= 0);
    return (kept.length === lines.length ? lines : [...kept, '…']).join('\n');
}
function inline(text) {
    return text
        .split(/(`[^`<>&@]+`)/)
        .map((part, index) => (index % 2 === 1 ? `\`${(0,core_text/* printable */.g$)(part.slice(1, -1), 500)}\`` : bold(markdownPart(part))))
        .join('');
}
function markdownPart(text) {
    const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(text);
    return `${before ? ' ' : ''}${(0,core_text/* markdown */.wD)(inner, 2_000)}${after ? ' ' : ''}`;
}
function bold(text) {
    return text.replace(/&#42;&#42;([^\s&](?:.*?[^\s&])?)&#42;&#42;/g, '**$1**');
}

;// CONCATENATED MODULE: ./build/js/src/flow/progress-comment.js

function progressMarker(flow, subject, agent) {
    return `<!-- bitnet-flow:progress flow=${flow} subject=${subject} agent=${agent} -->`;
}
function renderProgress(flow, subject, agent, text) {
    return `${progressMarker(flow, subject, agent)}\n**${agent}**\n\n${inertMarkdown(text, 4_000)}\n`;
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/once-only.js

const TRIES = 3;
async function onceOnly(make, look, { pause, clock }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await make();
        }
        catch (error) {
            if (((0,refusal/* statusOf */.c2)(error) ?? 500) < 500)
                throw error;
            await clock.sleep(pause * 2 ** (attempt - 1));
            const there = await look();
            if (there !== undefined)
                return there;
            if (attempt >= TRIES)
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/js/src/runtime/flow/conversation.js




async function writeProgress(hop, text, subject, world) {
    const marker = progressMarker(hop.flow, hop.subject, hop.agent);
    const body = renderProgress(hop.flow, hop.subject, hop.agent, text);
    const known = [...subject.comments].reverse().find((comment) => comment.own && comment.body.startsWith(marker));
    if (known === undefined)
        await createComment(hop, hop.subject, body, world);
    else if (known.body !== body)
        await world.host.updateComment(known.id, body);
}
async function createComment(hop, number, body, world) {
    const look = async () => {
        const { comments } = await world.host.readSubject(hop.subject, hop.branch);
        const made = comments.find((comment) => comment.own && comment.number === number && comment.body === body);
        return made === undefined ? undefined : { id: made.id, url: '' };
    };
    return await onceOnly(() => world.host.createComment(number, body), look, world);
}
async function writeLabels(hop, state, subject, pr, host, spare) {
    const now = (0,render/* flowState */.uf)(state);
    const writes = [];
    for (const [name, { color, description }] of Object.entries(LABELS)) {
        if (!subject.labels.includes(name))
            writes.push(() => host.createLabel(name, color, description));
    }
    const targets = [[hop.subject, subject.issue.labels]];
    if (pr !== undefined)
        targets.push([pr, subject.pr?.labels ?? []]);
    for (const [number, current] of targets) {
        const wanted = labelsFor(current, hop.flow, now);
        if (!sameLabels(current, wanted))
            writes.push(() => host.setLabels(number, wanted));
    }
    for (const write of now === 'in-progress' ? writes.slice(0, spare) : writes)
        await write();
}

// EXTERNAL MODULE: ./build/js/src/flow/run-name.js
var run_name = __webpack_require__(2804);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/dispatch-next.js




const DISPATCH_FACTS = 30_000;
async function dispatchNext(workflow, hop, next, end, facts, ledger, subject, world) {
    const inputs = {
        subject: String(hop.subject),
        seq: String(next.seq),
        attempt: String(next.attempt),
        agent: next.agent,
        head: end.sha,
        facts: (0,ledger_block/* encodeBlockWithin */.r6)(facts, DISPATCH_FACTS),
        chain: ledger.chain,
        ledger: String(ledger.place.comment ?? ''),
    };
    const title = (0,run_name/* hopTitle */.Aq)(hop.subject, next);
    for (let attempt = 0;; attempt++) {
        try {
            const id = await world.host.dispatch(workflow, subject.defaultBranch, inputs);
            if (id !== undefined)
                return id;
        }
        catch (error) {
            if (((0,refusal/* statusOf */.c2)(error) ?? 500) < 500 || attempt >= 2)
                throw error;
            world.log(`dispatch of ${title} is in doubt (${(0,refusal/* statusOf */.c2)(error) ?? 'no answer'}): looking for its run`);
        }
        for (let look = 0; look < 3; look++) {
            await world.clock.sleep(world.pause * 2 ** look);
            const known = (await world.host.listRuns(workflow)).find((run) => (0,run_name/* isRunOf */.tf)(run.title, hop.subject, next) && run.id > hop.fence);
            if (known !== undefined)
                return known.id;
        }
    }
}
function startOfNext(hop, next, end, run) {
    return {
        ...(0,core_fact/* factOf */.yD)({ ...hop, ...next }),
        kind: 'start',
        sha: end.sha,
        base: hop.merge !== undefined && end.sha !== hop.head ? hop.merge : hop.base,
        branch: hop.branch,
        fence: run,
        ...(next.redo === 0 ? {} : { redo: next.redo }),
        ...(next.return === undefined ? {} : { return: next.return }),
    };
}
function refusedDispatch(hop, next, end, error) {
    const status = (0,refusal/* statusOf */.c2)(error);
    if (status === undefined || status >= 500)
        return undefined;
    const plan = [
        `The host refused to start the next hop (${status})`,
        'Give the write job `actions: write`, and keep the workflow on the default branch',
        'Then start the flow again on this issue',
    ];
    return {
        ...(0,core_fact/* factOf */.yD)({ ...hop, ...next }),
        kind: 'end',
        sha: end.sha,
        status: 'fail',
        reason: 'dispatch-exhausted',
        next: { type: 'FINALIZE' },
        summary: 'The hop was never started.',
        plan: plan.join(' | '),
    };
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/client.js
var client = __webpack_require__(282);
// EXTERNAL MODULE: ./build/js/src/runtime/github/quota.js
var quota = __webpack_require__(6938);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/publish.js



function staleBeforePublication(hop, end, subject) {
    if (hop.stage !== 'publish' || end.status !== 'pass')
        return end;
    const head = subject.commits?.[0]?.sha;
    if (head === undefined || head === end.sha)
        return end;
    return {
        ...end,
        status: 'skipped',
        reason: 'stale-head',
        next: { type: 'NEXT', agent: hop['last-validation'] },
        sha: head,
    };
}
async function publish(hop, end, state, result, subject, world) {
    const publishing = hop.stage === 'publish';
    if (subject.pr !== undefined && (hop.pr !== undefined || publishing))
        return withPr(end, subject.pr.number);
    const stands = end.status !== 'skipped' && end.next.agent !== undefined && end.next.agent !== hop.agent;
    if (!publishing || !stands)
        return { pr: undefined, end };
    const issue = { number: hop.subject, title: subject.issue.title };
    const text = pullRequestText(state, result?.pr, issue);
    try {
        const number = await onceOnly(() => world.host.openDraft(hop.branch, hop['base-branch'], text.title, text.body), async () => (await world.host.readSubject(hop.subject, hop.branch)).pr?.number, world);
        return withPr(end, number);
    }
    catch (error) {
        const status = (0,refusal/* statusOf */.c2)(error);
        if (status === undefined || status >= 500)
            throw error;
        return { pr: undefined, end: refused(end, status) };
    }
}
function withPr(end, pr) {
    return { pr, end: end.pr === undefined ? { ...end, pr } : end };
}
function refused(end, status) {
    const plan = [
        `The host refused the pull request (${status})`,
        'Allow Actions to create pull requests (Settings, Actions, General), and close any other PR of this branch',
        'Then start the flow again on this issue',
    ];
    return { ...end, status: 'fail', reason: 'pr-refused', next: { type: 'FINALIZE' }, plan: plan.join(' | ') };
}

// EXTERNAL MODULE: ./build/js/src/core/names.js
var names = __webpack_require__(8448);
// EXTERNAL MODULE: ./build/js/src/runtime/check-run.js
var check_run = __webpack_require__(7957);
// EXTERNAL MODULE: ./build/js/src/runtime/report.js
var report = __webpack_require__(8583);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 25 modules
var host = __webpack_require__(3003);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/write-checks.js











async function writeChecks(input) {
    const { world, end } = input;
    const known = new Map();
    const notes = [];
    const wanted = wantedChecks(input);
    try {
        const shas = [...new Set(wanted.map((check) => check.sha))].filter((sha) => !(input.fresh && sha === end.sha));
        for (const sha of shas)
            known.set(sha, await world.host.listChecks(sha));
        for (const check of wanted) {
            const named = (known.get(check.sha) ?? []).filter((run) => run.name === check.name);
            if (!named.every(isOurs))
                notes.push(`foreign-check ${check.name}`);
            await writeOne(input, check, named.filter(isOurs));
        }
        return { skipped: undefined, notes };
    }
    catch (error) {
        if (!(0,refusal/* isChecksOff */.Z)(error))
            throw error;
        const reason = `checks-${(0,refusal/* statusOf */.c2)(error)}`;
        world.log(`CHECK-SKIPPED: reason=${reason}`);
        return { skipped: reason, notes };
    }
}
function wantedChecks({ hop, facts, end, state, reports }) {
    const gates = facts.filter((fact) => fact.kind === 'gate');
    const checks = gates.map((fact) => {
        const counts = state.gates.get((0,fold/* gateKey */.l)(fact.gate, fact.sha)) ?? fact;
        return {
            name: (0,names/* checkName */.I3)(hop.flow, fact.gate),
            sha: fact.sha,
            externalId: (0,core_fact/* factId */.OD)(counts),
            bodies: gateBodies(counts, state, reports.get(fact.gate)),
        };
    });
    const guard = {
        name: (0,names/* checkName */.I3)(hop.flow, 'guard'),
        sha: end.sha,
        externalId: (0,core_fact/* factId */.OD)(end),
        bodies: [guardBody(state, end)],
    };
    return [...checks, guard];
}
function isOurs(run) {
    return run.app === host.OWN_APP_SLUG;
}
async function writeOne({ world }, check, own) {
    const [first, ...more] = check.bodies;
    const body = { ...first, external_id: check.externalId };
    const [canonical, ...twins] = own;
    const look = async () => (await world.host.listChecks(check.sha)).filter(isOurs).find((run) => run.name === check.name)?.id;
    const make = () => world.host.createCheck({ name: check.name, head_sha: check.sha, ...body });
    const id = canonical?.id ?? (await onceOnly(make, look, world));
    if (canonical !== undefined)
        await world.host.updateCheck(id, body);
    for (const next of more)
        await world.host.updateCheck(id, { ...next });
    for (const twin of twins)
        await world.host.updateCheck(twin.id, { ...body, output: { ...first.output, annotations: [] } });
}
const NO_REPORT = { annotations: [], rows: [], text: '' };
function gateBodies(fact, state, report) {
    const all = state.facts.filter((other) => other.kind === 'gate' && other.gate === fact.gate && other.sha === fact.sha);
    const reason = fact.reason === undefined ? {} : { reason: fact.reason };
    const result = {
        verdict: fact.status,
        ...reason,
        evidence: fact.evidence,
        annotations: [],
        rows: [],
        numbers: {},
    };
    const bodies = (0,check_run/* checkBodies */.hn)(result, fact.evidence, readReport(report), fact.gate);
    const block = (0,ledger_block/* encodeBlock */.U$)(all);
    return bodies.map((body) => {
        const human = body.output.text === undefined ? '' : `${body.output.text.slice(0, CHECK_TEXT - block.length - 2)}\n\n`;
        return { ...body, output: { ...body.output, text: `${human}${block}` } };
    });
}
const CHECK_TEXT = 65_000;
function readReport(text) {
    if (text === undefined || text === '')
        return NO_REPORT;
    try {
        return { ...NO_REPORT, ...report/* reportSchema */.Qh.parse((0,strict_json/* parseStrictJson */.R)(text, 'bad-input', 'report')) };
    }
    catch {
        return NO_REPORT;
    }
}
function guardBody(state, end) {
    const hops = state.hops.filter((hop) => hop.end?.sha === end.sha);
    const facts = hops.flatMap((hop) => [...hop.starts, ...(hop.end === undefined ? [] : [hop.end])]);
    const where = (0,render/* flowState */.uf)(state);
    const first = hops[0]?.seq ?? end.seq;
    return {
        status: 'completed',
        conclusion: end.status === 'fail' && end.next.agent === undefined ? 'failure' : 'success',
        output: {
            title: `guard: hops ${first}..${end.seq}; ${where}`,
            summary: `The receipt of the flow on this commit: hops ${first} to ${end.seq}, state ${where}.`,
            text: (0,ledger_block/* encodeBlock */.U$)(facts),
            annotations: [],
        },
    };
}

// EXTERNAL MODULE: ./build/js/src/core/ledger/anchors.js
var ledger_anchors = __webpack_require__(5854);
;// CONCATENATED MODULE: ./build/js/src/core/ledger/pointer.js

function renderPointer(flow, subject, pr) {
    const marker = (0,render/* ledgerMarker */.Ae)(flow, subject).replace('bitnet-flow:ledger', 'bitnet-flow:ledger-moved');
    return `${marker}\nThe Ledger of ${flow} for this issue lies on #${pr}.\n`;
}

;// CONCATENATED MODULE: ./build/js/src/runtime/flow/write-ledger.js







const VERIFY_LIMIT = 5;
async function writeLedger(write, world, verify = true) {
    const { host, pause, clock } = world;
    const { hop, found, pr, view } = write;
    const onPr = pr !== undefined && found.place.on === 'issue';
    const number = pr ?? found.place.number;
    const foreign = foreignText(hop, found.body);
    let facts = (0,fold/* unite */._f)(write.before, write.facts);
    let id = onPr ? undefined : found.place.comment;
    let url = '';
    let body = '';
    for (let attempt = 0; attempt < VERIFY_LIMIT; attempt++) {
        body = (0,render/* renderLedger */.wP)((0,fold/* fold */.AU)(facts), { ...view, foreign });
        const made = id === undefined ? await createComment(hop, number, body, world) : undefined;
        if (made !== undefined)
            ({ id, url } = made);
        else
            await host.updateComment(id, body);
        if (!verify || (made !== undefined && url !== ''))
            break;
        const seen = await host.readComment(id);
        url = seen.url;
        const there = (0,ledger_block/* decodeBlock */.Wq)(seen.body);
        const complete = there?.intact === true && (0,fold/* unite */._f)(there.facts, facts).length === there.facts.length;
        if (complete)
            break;
        if (attempt === VERIFY_LIMIT - 1) {
            throw new errors/* FlowError */.Tr('bad-ledger', `the Ledger does not hold its facts after ${VERIFY_LIMIT} writes`, {
                at: `comment ${id}`,
                fix: 'start the subject again; facts are kept in Check Runs and commits',
            });
        }
        facts = (0,fold/* unite */._f)(facts, there?.intact === true ? there.facts : []);
        await clock.sleep(pause * 2 ** attempt);
    }
    const pointer = pr === undefined ? '' : renderPointer(hop.flow, hop.subject, pr);
    if (onPr && found.place.comment !== undefined)
        await host.updateComment(found.place.comment, pointer);
    let pointed = onPr || pr === undefined;
    for (const duplicate of verify ? found.duplicates : []) {
        if (pointed || duplicate.on === 'pr')
            await host.deleteComment(duplicate.id);
        else {
            await host.updateComment(duplicate.id, pointer);
            pointed = true;
        }
    }
    const place = {
        on: pr === undefined ? 'issue' : 'pr',
        number,
        ...(id === undefined ? {} : { comment: id }),
    };
    return { facts, place, body, url, chain: (0,ledger_block/* decodeBlock */.Wq)(body).chain };
}
function foreignText(hop, body) {
    if (body === '')
        return '';
    const own = [(0,render/* ledgerMarker */.Ae)(hop.flow, hop.subject), (0,render/* ledgerHeading */.S$)(hop.flow, hop.subject)];
    const human = body.split('<!-- facts:v1')[0] ?? '';
    const tail = body.split('facts:end -->')[1] ?? '';
    return (0,ledger_anchors/* splitAnchored */.V7)(`${human}\n${tail}`, render/* SECTIONS */.bP, own).foreign;
}

;// CONCATENATED MODULE: ./build/js/src/runtime/flow/ledger-update.js


















async function updateLedger(inputs, world) {
    const { hop } = inputs;
    const { host } = world;
    const own = readDecision(inputs.decision);
    const result = inputs.result === '' ? undefined : core_result/* agentResultSchema */.M.safeParse(JSON.parse(inputs.result)).data;
    const subject = await host.readSubject(hop.subject, hop.branch);
    if (subject.issue === undefined)
        throw new errors/* FlowError */.Tr('not-found', `issue #${hop.subject} is gone`, { at: 'subject' });
    let end = staleBeforePublication(hop, own.end, subject);
    const found = (0,find_ledger/* findLedger */.z)(hop.flow, hop.subject, subject.comments);
    const before = (0,fold/* unite */._f)((0,ledger_block/* decodeBlock */.Wq)(inputs.known)?.facts ?? [], found.facts);
    for (const note of changedSince(hop, found))
        end = withNote(end, note);
    const draft = (0,fold/* fold */.AU)((0,fold/* unite */._f)(before, own.facts, [end]));
    const published = await publish(hop, end, draft, result, subject, world);
    const { pr } = published;
    end = published.end;
    const body = hop.criteria && result?.acceptance_criteria
        ? (0,criteria/* withCriteria */.E)(subject.issue.body, result.story, result.acceptance_criteria)
        : subject.issue.body;
    if (body !== subject.issue.body)
        await host.updateIssueBody(hop.subject, body);
    if (result?.progress !== undefined)
        await writeProgress(hop, result.progress, subject, world);
    const facts = [...own.facts.filter((fact) => fact.kind !== 'end'), end];
    const state = (0,fold/* fold */.AU)((0,fold/* unite */._f)(before, facts));
    const spent = (body === subject.issue.body ? 0 : 1) +
        (result?.progress === undefined ? 0 : 1) +
        (pr === subject.pr?.number ? 0 : 2);
    await writeLabels(hop, state, subject, pr, host, Math.max(0, 1 - spent));
    const checks = await writeChecks({
        world,
        hop,
        facts,
        end,
        state,
        reports: reportsOf(inputs),
        fresh: end.sha !== hop.head && !world.rerun && !begunBefore(hop, before),
    });
    for (const note of checks.notes)
        end = withNote(end, note);
    if (checks.skipped !== undefined)
        end = withNote(end, `CHECK-SKIPPED: reason=${checks.skipped}`);
    const next = (0,successor/* successor */.hG)(end, startOf(facts), end.claim !== undefined && hop.detours.includes(end.claim));
    const low = next === undefined ? undefined : host.client.lowUntil(client/* HOP_CALLS */.EY);
    if (low !== undefined)
        end = { ...end, until: (0,quota/* utcSeconds */.kk)(low) };
    const view = { required: hop.required, criteria: (0,criteria/* readCriteria */.o)(body), repository: world.repository };
    const written = await writeLedger({ hop, facts: [...facts.slice(0, -1), end], before, found, pr, view }, world);
    const again = (facts, verify) => {
        const place = { ...found, place: written.place, body: written.body, duplicates: [] };
        return writeLedger({ hop, facts, before: written.facts, found: place, pr, view }, world, verify);
    };
    if (next === undefined)
        return outputs(written, pr, undefined);
    if (end.until !== undefined) {
        world.log(`the host takes few more calls this hour: the next hop waits until ${end.until}`);
        return outputs(written, pr, undefined);
    }
    try {
        const run = await dispatchNext(inputs.workflow, hop, next, end, facts, written, subject, world);
        await again([startOfNext(hop, next, end, run)], false);
        return outputs(written, pr, run);
    }
    catch (error) {
        const stopped = refusedDispatch(hop, next, end, error);
        if (stopped === undefined)
            throw error;
        const ledger = await again([stopped], true);
        await writeLabels(hop, (0,fold/* fold */.AU)(ledger.facts), await host.readSubject(hop.subject, hop.branch), pr, host, 1);
        return outputs(ledger, pr, undefined);
    }
}
function outputs(ledger, pr, run) {
    return {
        ledger: ledger.url,
        pr: pr === undefined ? '' : String(pr),
        run: run === undefined ? '' : String(run),
        state: (0,render/* flowState */.uf)((0,fold/* fold */.AU)(ledger.facts)),
    };
}
function readDecision(text) {
    const value = (0,strict_json/* parseStrictJson */.R)(text, 'bad-fact', 'decision', 100_000);
    if (!Array.isArray(value.facts))
        throw new errors/* FlowError */.Tr('bad-fact', 'decision holds no facts', { at: 'decision' });
    const facts = value.facts.map((fact) => core_fact/* factSchema */.oZ.parse(fact));
    const end = facts.find((fact) => fact.kind === 'end');
    if (end === undefined)
        throw new errors/* FlowError */.Tr('bad-fact', 'decision holds no end', { at: 'decision' });
    return { facts, end };
}
function changedSince(hop, found) {
    const gone = found.body === '' && hop.ledger.comment !== undefined;
    return [...found.notes, ...(gone ? ['ledger rebuilt'] : [])].filter((note) => !hop.notes.includes(note));
}
function begunBefore(hop, before) {
    return before.some((fact) => fact.seq === hop.seq && fact.attempt === hop.attempt && (fact.kind !== 'start' || fact.fence !== hop.fence));
}
function startOf(facts) {
    return facts.find((fact) => fact.kind === 'start');
}
function withNote(end, note) {
    return { ...end, advisories: [(0,core_text/* shorten */.ml)(note, 200), ...(end.advisories ?? [])].slice(0, 3) };
}
function reportsOf(inputs) {
    const all = inputs;
    return new Map(Object.keys(all).flatMap((key) => key.startsWith('report-') && all[key] ? [[key.slice('report-'.length), String(all[key])]] : []));
}


/***/ })

};
;