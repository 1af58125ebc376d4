"use strict";
exports.id = 965;
exports.ids = [965];
exports.modules = {

/***/ 8867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZE: () => (/* binding */ composeReport),
/* harmony export */   gK: () => (/* binding */ expectedSchema),
/* harmony export */   sX: () => (/* binding */ judgeMerge)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4392);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6822);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2758);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(663);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4022);





const expectedSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    v: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    selection: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(80),
    registry: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ path: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(400), sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/) }),
    gates: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .GATE_ID */ .eh), tier: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .TIERS */ .iB), kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .KINDS */ .GW) }))
        .min(1)
        .max(500),
});
function judgeMerge(look, before) {
    if (!look.open)
        return { state: 'closed', why: 'the pull request is not open' };
    if (look.merge === undefined)
        return {
            state: 'conflict',
            why: 'the pull request has no merge ref: it conflicts with its base, or the host has not made one yet',
        };
    const [base, merged] = look.parents;
    if (look.parents.length !== 2 || merged !== look.head)
        return {
            state: 'stale',
            why: `the merge ref is of ${merged?.slice(0, 7) ?? 'no head'}, the pull request is at ${look.head.slice(0, 7)}`,
        };
    if (before !== undefined && (before.merge !== look.merge || before.head !== look.head))
        return {
            state: 'stale',
            why: `approved was ${before.merge.slice(0, 7)} of head ${before.head.slice(0, 7)}; now it is ${look.merge.slice(0, 7)} of ${look.head.slice(0, 7)}`,
        };
    return { state: 'ready', merge: look.merge, head: look.head, base: base };
}
function composeReport(end) {
    const { expected, merge, base } = end;
    const [rows, gpus] = rowsOf(end);
    return (0,_run_report_js__WEBPACK_IMPORTED_MODULE_3__/* .makeReport */ .dO)({
        registry: { ...expected.registry, commit: base },
        selection: expected.selection,
        sha: merge,
        gpus: [...gpus],
        rows: [...rows],
    });
}
function rowsOf(end) {
    const { expected, state, job, taken } = end;
    const all = (outcome, reason, why) => [expected.gates.map((gate) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .plainRow */ .Fq)(gate, outcome, reason, why)), []];
    if (state === 'stale')
        return all('skipped', 'stale-merge-ref', 'the pull request moved between the approval and the run: start tier B again');
    if (state !== 'ready')
        return all('skipped', 'not-approved', 'nobody approved this run, or the look behind the approval did not end');
    if (end.results === '') {
        if (taken === false)
            return all('skipped', 'degraded-provider', 'no runner took the job: start one, then tier B again');
        return all('fail', 'no-result', `the job left no result and ended ${job || 'unseen'}`);
    }
    const read = readResults(end);
    if (typeof read === 'string')
        return all('fail', 'no-result', read);
    const rows = expected.gates.map((gate) => {
        const row = read.rows.find(({ id }) => id === gate.id);
        if (row === undefined || row.tier !== gate.tier || row.kind !== gate.kind)
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .plainRow */ .Fq)(gate, 'fail', 'no-result', 'the job left no row of this gate');
        if (row.outcome === 'pass' && job !== 'success')
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .plainRow */ .Fq)(gate, 'fail', 'no-result', `the job left a pass and ended ${job || 'unseen'}`);
        return row;
    });
    return [rows, read.gpus];
}
function readResults({ results, expected, merge, base }) {
    let value;
    try {
        value = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStrictJson */ .R)(results, 'bad-input', 'results');
    }
    catch (error) {
        return `the job left a result that does not parse: ${error.message}`;
    }
    const parsed = _run_report_js__WEBPACK_IMPORTED_MODULE_3__/* .runReportSchema */ .HW.safeParse(value);
    if (!parsed.success)
        return 'the job left a result of another shape';
    const { registry, sha } = parsed.data;
    if (sha !== merge)
        return 'the job left a result of another commit';
    if (registry.sha256 !== expected.registry.sha256 || registry.commit !== base)
        return 'the job left a result of another registry';
    return parsed.data;
}


/***/ }),

/***/ 8296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ planMerges)
});

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/codeowners.js
var codeowners = __webpack_require__(9603);
// EXTERNAL MODULE: ./build/js/src/core/globs.js
var globs = __webpack_require__(6579);
;// CONCATENATED MODULE: ./build/js/src/core/merge-plan/hotspots.js


function findHotspots(items, owners) {
    const declared = new Map();
    const touched = new Map();
    items.forEach((item, at) => {
        for (const pattern of item.hotspots)
            noteIn(declared, pattern, at);
        for (const pull of item.pulls)
            for (const path of pull.touched)
                noteIn(touched, path, at);
    });
    for (const [pattern, from] of [...declared]) {
        if (!/[*?]/.test(pattern))
            continue;
        const { matches } = (0,globs/* compileGlobs */.t)([pattern], 'merge_hotspots');
        for (const path of new Set([...touched.keys(), ...declared.keys()])) {
            if (path !== pattern && matches(path))
                for (const at of from)
                    noteIn(declared, path, at);
        }
    }
    const names = (set) => [...set].sort((a, b) => a - b).map((at) => items[at].id);
    return [...new Set([...declared.keys(), ...touched.keys()])].sort().flatMap((path) => {
        const by = declared.get(path) ?? new Set();
        const of = touched.get(path) ?? new Set();
        const all = new Set([...by, ...of]);
        if (all.size < 2)
            return [];
        return [{ path, items: names(all), declared: names(by), touched: names(of), owners: [...(0,codeowners/* ownersOf */.K2)(owners, path)] }];
    });
}
function noteIn(map, key, at) {
    const known = map.get(key);
    if (known === undefined)
        map.set(key, new Set([at]));
    else
        known.add(at);
}

// EXTERNAL MODULE: ./build/js/src/core/merge-plan/item.js
var merge_plan_item = __webpack_require__(6706);
// EXTERNAL MODULE: ./build/js/src/core/merge-plan/order.js
var merge_plan_order = __webpack_require__(6357);
;// CONCATENATED MODULE: ./build/js/src/core/merge-plan/plan.js




const NEAREST_TOLD = 20;
function planMerges(items, owners = []) {
    const problems = [];
    const open = new Map();
    const others = new Map();
    const doubles = new Map();
    for (const item of items.filter(({ state }) => state === 'open')) {
        const first = open.get(item.id);
        if (first === undefined)
            open.set(item.id, item);
        else
            doubles.set(item.id, [...(doubles.get(item.id) ?? [first.at]), item.at]);
    }
    for (const item of items.filter(({ state }) => state !== 'open')) {
        const first = open.get(item.id);
        if (first !== undefined && item.state === 'merged') {
            doubles.set(item.id, [...(doubles.get(item.id) ?? [first.at]), item.at]);
        }
        if (others.get(item.id)?.state !== 'merged')
            others.set(item.id, item);
    }
    for (const [id, at] of [...doubles].sort(([a], [b]) => (0,merge_plan_item/* compareIds */.q3)(a, b))) {
        const message = `${at.join(' and ')} have the same issue id ${id}`;
        problems.push({ code: 'duplicate', message, fix: 'give each contract an id of its own' });
    }
    const { order, stuck, cycles } = (0,merge_plan_order/* orderItems */.T)([...open.values()]);
    const cycleOf = new Map(cycles.flatMap((cycle) => cycle.map((id) => [id, cycle])));
    for (const cycle of cycles) {
        const message = `depends_on goes in a circle: ${(0,merge_plan_order/* cycleText */.u)(cycle)}`;
        problems.push({ code: 'cycle', message, fix: 'take one of these out of the depends_on before it' });
    }
    let told = 0;
    const known = [...open.keys(), ...others.keys()];
    const blockOf = (id, own) => {
        const before = open.get(id);
        if (before !== undefined)
            return { by: 'dependency', id, at: before.at, pull: onlyPull(before)?.number };
        const other = others.get(id);
        if (other?.state === 'merged')
            return undefined;
        if (other !== undefined)
            return { by: 'closed', id, at: other.at };
        return {
            by: 'unknown',
            id,
            nearest: told++ < NEAREST_TOLD
                ? nearestId(id, known.filter((other) => other !== own))
                : undefined,
        };
    };
    const sequence = [...order, ...stuck].map((id) => open.get(id));
    const hard = new Map();
    for (const item of sequence) {
        const { id } = item;
        const cycle = cycleOf.get(id);
        const blocks = [
            ...(doubles.has(id) ? [{ by: 'duplicate', at: doubles.get(id) }] : []),
            ...(item.changed === true ? [{ by: 'changed' }] : []),
            ...(cycle === undefined ? [] : [{ by: 'cycle', cycle }]),
            ...[...new Set(item.dependsOn)].sort(merge_plan_item/* compareIds */.q3).flatMap((need) => blockOf(need, id) ?? []),
            ...(item.pulls.length < 2 ? [] : [{ by: 'pulls', numbers: numbersOf(item) }]),
        ];
        const pull = onlyPull(item);
        const open = (pull?.gates ?? []).filter(({ status }) => status !== 'pass');
        if (open.length > 0)
            blocks.push({ by: 'gates', head: pull.head, gates: open });
        const rest = (0,merge_plan_item/* isFinal */.dR)(item) ? sequence.filter((other) => !(0,merge_plan_item/* isFinal */.dR)(other)).map((other) => other.id) : [];
        if (rest.length > 0)
            blocks.push({ by: 'last', ids: rest });
        hard.set(id, blocks);
        problems.push(...blocks.flatMap((block) => problemOf(item, block)));
    }
    const hotspots = findHotspots(sequence, owners);
    const waits = serialise(sequence, hotspots, hard);
    const entries = sequence.map((item, at) => {
        const blockedBy = [...hard.get(item.id), ...(waits.get(item.id) ?? [])];
        const found = onlyPull(item);
        const pull = found === undefined ? undefined : { number: found.number, head: found.head, draft: found.draft };
        return {
            id: item.id,
            slug: item.slug,
            at: item.at,
            position: at < order.length ? at + 1 : undefined,
            final: (0,merge_plan_item/* isFinal */.dR)(item),
            pull,
            blockedBy,
            ready: pull !== undefined && !pull.draft && blockedBy.length === 0,
        };
    });
    return { entries, hotspots, problems };
}
function serialise(sequence, hotspots, hard) {
    const able = new Map(sequence.flatMap((item) => {
        const pull = onlyPull(item);
        const waits = hard.get(item.id).some(({ by }) => by !== 'gates');
        return pull === undefined || pull.draft || waits ? [] : [[item.id, pull.number]];
    }));
    const found = new Map();
    for (const { path, items, owners } of hotspots) {
        const line = items.filter((id) => able.has(id));
        line.slice(1).forEach((id, at) => {
            const waits = found.get(id) ?? new Map();
            found.set(id, waits);
            const wait = waits.get(line[at]) ?? { paths: [], owners: new Set() };
            waits.set(line[at], wait);
            wait.paths.push(path);
            owners.forEach((owner) => wait.owners.add(owner));
        });
    }
    return new Map([...found].map(([id, waits]) => [
        id,
        [...waits]
            .sort(([a], [b]) => (0,merge_plan_item/* compareIds */.q3)(a, b))
            .map(([before, { paths, owners }]) => {
            return { by: 'hotspot', id: before, pull: able.get(before), paths, owners: [...owners].sort() };
        }),
    ]));
}
function problemOf(item, block) {
    const { at, id } = item;
    switch (block.by) {
        case 'unknown': {
            const near = block.nearest === undefined ? '' : `did you mean ${block.nearest}? Else `;
            const fix = `${near}take it out of depends_on, or write its contract`;
            return [
                { code: 'unknown', message: `${id} (${at}) depends on ${block.id}, which no contract has as its id`, fix },
            ];
        }
        case 'closed': {
            const message = `${id} (${at}) depends on ${block.id} (${block.at}), which was closed and not merged`;
            return [{ code: 'closed', message, fix: `reopen ${block.at}, or take ${block.id} out of depends_on` }];
        }
        case 'pulls': {
            const message = `${id} (${at}) has ${block.numbers.length} open pull requests: ${block.numbers.map((number) => `#${number}`).join(', ')}`;
            return [{ code: 'pulls', message, fix: 'close all but one' }];
        }
        case 'changed': {
            const message = `the contract of ${id} (${at}) was changed after it was approved`;
            return [{ code: 'changed', message, fix: 'approve it again with `/flow resume`, or take the change back' }];
        }
        case 'cycle':
        case 'duplicate':
        case 'dependency':
        case 'last':
        case 'hotspot':
        case 'gates':
            return [];
    }
}
function nearestId(id, known) {
    const plain = (text) => text.replace(/^0+(?=\d)/, '');
    return known.find((other) => plain(other) === plain(id)) ?? (0,errors/* nearest */.pA)(id, known);
}
function onlyPull(item) {
    return item.pulls.length === 1 ? item.pulls[0] : undefined;
}
function numbersOf(item) {
    return item.pulls.map(({ number }) => number).sort((a, b) => a - b);
}


/***/ }),

/***/ 3413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ hopTitle),
/* harmony export */   VG: () => (/* binding */ parseRunTitle),
/* harmony export */   ky: () => (/* binding */ runsOf),
/* harmony export */   tf: () => (/* binding */ isRunOf)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8448);

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
    const hop = seq >= 1 && seq <= _names_js__WEBPACK_IMPORTED_MODULE_0__/* .HOP_LIMIT */ .Ix && attempt >= 1 && attempt <= _names_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTEMPT_LIMIT */ .Ai && _names_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME */ .o_.test(agent);
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
function runsOf(runs, subject) {
    return runs.filter((run) => parseRunTitle(run.title)?.subject === subject);
}


/***/ }),

/***/ 5570:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MW: () => (/* binding */ parseControlComment)
/* harmony export */ });
/* unused harmony exports CONTROL_COMMANDS, COMMENT_COMMANDS */
const CONTROL_COMMANDS = ['pause', 'resume', 'stop'];
const COMMENT_COMMANDS = [...CONTROL_COMMANDS, 'rebuild'];
const LINE = /^\/flow(?:[ \t]+([a-z]+))?[ \t]*$/;
function parseControlComment(body) {
    const first = body.split(/\r\n|\r|\n/, 1)[0];
    if (!/^\/flow(?![A-Za-z0-9_/-])/.test(first))
        return undefined;
    const word = LINE.exec(first)?.[1];
    return COMMENT_COMMANDS.find((command) => command === word) ?? 'unknown';
}


/***/ }),

/***/ 6186:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q3: () => (/* binding */ NO_COMMAND),
/* harmony export */   fX: () => (/* binding */ NOT_ALLOWED),
/* harmony export */   lp: () => (/* binding */ planControl),
/* harmony export */   pZ: () => (/* binding */ NO_FLOW),
/* harmony export */   rz: () => (/* binding */ answerMarker),
/* harmony export */   wK: () => (/* binding */ RESUMED)
/* harmony export */ });
/* harmony import */ var _core_hold_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8683);
/* harmony import */ var _core_ledger_asks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5544);
/* harmony import */ var _core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3806);
/* harmony import */ var _resume_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(604);




function planControl(input) {
    if (input.command === 'resume')
        return resume(input);
    const { state, due, running, command } = input;
    if (due === undefined)
        return say(`The flow has ended (${endOf(state)}): there is nothing to ${command}.`);
    const hop = `hop ${(0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__/* .hopLabel */ .IO)(due)} ${due.agent}`;
    if (command === 'pause') {
        const now = running
            ? 'The hop that runs ends as it would; nothing starts after it'
            : `The ${hop} is due and does not start`;
        return { ...say(`Paused. ${now} until somebody comments \`/flow resume\`.`), add: [_core_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .PAUSE_LABEL */ .eq] };
    }
    if (state.last === undefined && !running) {
        return {
            ...say('No flow has begun here, and none begins until somebody comments `/flow resume`.'),
            add: [_core_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .STOP_LABEL */ .aQ],
        };
    }
    const now = running ? 'The hop that runs ends as it would; the next one' : `The ${hop}`;
    const text = `Stopping. ${now} ends the flow in needs-rework instead of running, and opens no pull request. \`/flow resume\` takes it up again.`;
    return { ...say(text), add: [_core_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .STOP_LABEL */ .aQ], dispatch: running ? 'no' : 'due' };
}
function resume(input) {
    const { state, due, running, labels, subject } = input;
    const remove = labels.filter((label) => [_core_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .PAUSE_LABEL */ .eq, _core_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .STOP_LABEL */ .aQ].includes(label.toLowerCase()));
    const lifted = { ...say(''), remove: [...new Set(remove)] };
    const still = (0,_core_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .holdOf */ .nv)(subject, [], input.variable);
    if (still !== undefined)
        return { ...lifted, answer: `The flow is still paused ${(0,_core_hold_js__WEBPACK_IMPORTED_MODULE_3__/* .holdText */ .pL)(still)}` };
    if (running)
        return { ...lifted, answer: 'A hop is running or queued, and the flow goes on after it.' };
    if (state.last === undefined && remove.length === 0) {
        return say(`No flow has begun here. \`${input.start}\` starts one.`);
    }
    if (due === undefined && !mayGoOn(state)) {
        const ask = (0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__/* .flowState */ .uf)(state) === 'ready' ? 'there is nothing to resume.' : (0,_core_ledger_asks_js__WEBPACK_IMPORTED_MODULE_0__/* .askOf */ .xt)(state.last?.reason);
        return { ...lifted, answer: `The flow has ended (${endOf(state)}): ${ask}` };
    }
    if (input.comment !== undefined) {
        const verdict = (0,_resume_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeResume */ .tR)(state, input.comment.id, input.comment);
        if (!verdict.ok)
            return { ...lifted, answer: `This does not resume the flow: ${verdict.why}. A new comment does.` };
    }
    const hop = due === undefined ? `${state.last.agent} runs again` : `hop ${(0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__/* .hopLabel */ .IO)(due)} ${due.agent} starts`;
    return { ...lifted, dispatch: input.comment === undefined ? 'due' : 'resume', answer: `${RESUMED} ${hop}.` };
}
function mayGoOn(state) {
    return state.last?.status === 'fail' && (0,_core_ledger_asks_js__WEBPACK_IMPORTED_MODULE_0__/* .isResumable */ .bE)(state.last.reason);
}
function endOf(state) {
    const reason = state.last?.reason;
    return reason === undefined ? (0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__/* .flowState */ .uf)(state) : `${(0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__/* .flowState */ .uf)(state)}, ${reason}`;
}
function say(answer) {
    return { add: [], remove: [], dispatch: 'no', answer };
}
const RESUMED = 'Resumed:';
const NOT_ALLOWED = 'Only somebody with write permission to this repository can pause, resume, stop or rebuild a flow. Nothing has changed.';
const NO_COMMAND = 'The flow does not know this command. It knows `/flow pause`, `/flow resume`, `/flow stop` and `/flow rebuild`, alone on the first line of a comment. Nothing has changed.';
const NO_FLOW = 'This pull request does not belong to a flow. Nothing has changed.';
function answerMarker(comment) {
    return `<!-- bitnet-flow:answer comment=${comment} -->`;
}


/***/ }),

/***/ 2222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   QX: () => (/* binding */ readCopies),
/* harmony export */   rF: () => (/* binding */ mayTell)
/* harmony export */ });
/* harmony import */ var _core_fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5888);
/* harmony import */ var _core_fold_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5281);
/* harmony import */ var _core_ledger_block_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9597);
/* harmony import */ var _core_ledger_render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3806);
/* harmony import */ var _trailers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7275);





function mayTell(gate, sha, fact) {
    return fact.kind === 'gate' ? fact.gate === gate && fact.sha === sha : gate === 'guard';
}
function readCopies(read) {
    const marker = (0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerMarker */ .Ae)(read.flow, read.subject);
    const mine = (fact) => fact.flow === read.flow && fact.subject === read.subject;
    const ledgers = read.comments
        .filter((comment) => comment.body.startsWith(marker))
        .map((comment) => {
        const block = (0,_core_ledger_block_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBlock */ .Wq)(comment.body);
        return { comment, block, trusted: comment.own && !comment.editedByOther && block?.intact === true };
    });
    const prefix = `${read.flow}:gate:`;
    const checks = read.checks
        .filter((check) => check.name.startsWith(prefix))
        .map((check) => {
        const gate = check.name.slice(prefix.length);
        const block = (0,_core_ledger_block_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBlock */ .Wq)(check.text);
        const own = check.app === read.app;
        const tells = (fact) => mine(fact) && mayTell(gate, check.sha, fact);
        return { check, gate, own, block, facts: own && block?.intact === true ? block.facts.filter(tells) : [] };
    });
    const commits = (read.commits ?? []).flatMap(({ sha, message }) => {
        const trailers = (0,_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTrailers */ .aw)(message);
        const own = trailers?.hop.flow === read.flow && trailers.hop.subject === read.subject;
        return own ? [{ sha, hop: trailers.hop, claim: trailers.result.claim }] : [];
    });
    return { ledgers, checks, commits };
}
function restore(copies) {
    const fromLedger = (0,_core_fold_js__WEBPACK_IMPORTED_MODULE_1__/* .unite */ ._f)(...copies.ledgers.filter(({ trusted }) => trusted).map(({ block }) => block.facts));
    const fromChecks = (0,_core_fold_js__WEBPACK_IMPORTED_MODULE_1__/* .unite */ ._f)(...copies.checks.map(({ facts }) => facts));
    const [ledgerIds, checkIds] = [fromLedger, fromChecks].map((facts) => new Set(facts.map(_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .factId */ .OD)));
    const state = (0,_core_fold_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)((0,_core_fold_js__WEBPACK_IMPORTED_MODULE_1__/* .unite */ ._f)(fromLedger, fromChecks));
    const facts = state.facts.map((fact) => {
        const id = (0,_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .factId */ .OD)(fact);
        return {
            fact,
            from: [...(ledgerIds.has(id) ? ['ledger'] : []), ...(checkIds.has(id) ? ['checks'] : [])],
        };
    });
    return { state, facts, lost: lostFacts(copies, state) };
}
function lostFacts(copies, state) {
    const lost = [];
    const ended = new Set(state.hops.filter(({ end }) => end !== undefined).map(({ seq, attempt }) => `${seq}.${attempt}`));
    for (const { sha, hop } of [...copies.commits].sort((a, b) => (0,_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .compareHops */ .aG)(a.hop, b.hop))) {
        if (ended.has(`${hop.seq}.${hop.attempt}`))
            continue;
        lost.push(`how hop ${(0,_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .renderHopId */ .JE)(hop)} ended: commit ${sha.slice(0, 7)} tells that it was, and no copy tells the rest`);
    }
    const numbers = new Set(state.hops.map(({ seq }) => seq));
    const newest = Math.max(0, ...numbers);
    const gone = Array.from({ length: newest }, (_, index) => index + 1).filter((seq) => !numbers.has(seq));
    if (gone.length > 0)
        lost.push(`every fact of hop ${gone.join(', ')}`);
    const bare = state.facts.filter((fact) => fact.kind === 'gate' && fact.evidence.length === 0).length;
    if (bare > 0)
        lost.push(`the evidence of ${bare} gate facts`);
    const mute = state.facts.filter((fact) => fact.kind === 'end' && fact.summary === '').length;
    if (mute > 0)
        lost.push(`the texts of ${mute} ends`);
    return lost;
}


/***/ }),

/***/ 8322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withCriteria),
/* harmony export */   o: () => (/* binding */ readCriteria)
/* harmony export */ });
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3722);
/* harmony import */ var _core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5854);
/* harmony import */ var _core_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8448);
/* harmony import */ var _core_strict_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6822);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9901);





const SECTION = 'acceptance';
const DATA_START = '<!-- criteria ';
const DATA_END = ' -->';
function withCriteria(body, story, criteria) {
    for (const chars of [500, 200, 80]) {
        const text = (0,_core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_3__/* .placeAnchored */ .Ci)(body, SECTION, criteriaText(story, criteria, chars));
        if (text.length <= BODY_LIMIT)
            return text;
    }
    return body;
}
const BODY_LIMIT = 60_000;
function criteriaText(story, criteria, chars) {
    const plain = criteria.map(({ id, text }) => ({ id, text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(text, chars) }));
    const data = (0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(plain).replace(/[<>-]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
    return [
        '### Acceptance criteria',
        '',
        ...(story === undefined ? [] : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .markdown */ .wD)(story, 1000), '']),
        ...plain.map(({ id, text: line }) => `- **${id}** ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .markdown */ .wD)(line, chars)}`),
        '',
        `${DATA_START}${data}${DATA_END}`,
    ].join('\n');
}
function readCriteria(body) {
    const section = (0,_core_ledger_anchors_js__WEBPACK_IMPORTED_MODULE_3__/* .splitAnchored */ .V7)(body, [SECTION]).sections.get(SECTION) ?? '';
    const line = section.split('\n').find((text) => text.startsWith(DATA_START) && text.endsWith(DATA_END));
    if (line === undefined)
        return new Map();
    try {
        const list = (0,_core_strict_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStrictJson */ .R)(line.slice(DATA_START.length, -DATA_END.length), 'bad-fact', 'acceptance criteria', 60_000);
        const items = (Array.isArray(list) ? list : []);
        return new Map(items.flatMap(({ id, text }) => typeof id === 'string' && _core_names_js__WEBPACK_IMPORTED_MODULE_1__/* .AC_ID */ .ng.test(id) && typeof text === 'string'
            ? [[id, (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(text, 500)]]
            : []));
    }
    catch {
        return new Map();
    }
}


/***/ }),

/***/ 6267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h$: () => (/* binding */ mayBeUnwritten),
/* harmony export */   h4: () => (/* binding */ diagnose),
/* harmony export */   mE: () => (/* binding */ REPAIR_LIMIT),
/* harmony export */   v1: () => (/* binding */ isUnwritten)
/* harmony export */ });
/* unused harmony export EXHAUSTED_LIMIT */
/* harmony import */ var _core_fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5888);
/* harmony import */ var _core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3806);
/* harmony import */ var _core_run_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3413);
/* harmony import */ var _successor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7785);




const REPAIR_LIMIT = 2;
const EXHAUSTED_LIMIT = 3;
function diagnose(input) {
    const { flow, state, issue } = input;
    const runs = (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .runsOf */ .ky)(input.runs, input.subject);
    const next = (0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .nextOf */ .Xh)(flow, state);
    const again = next === undefined ? deadReopening(input, runs) : undefined;
    const due = again ?? next;
    const alive = runs.filter((run) => run.alive);
    const running = alive.find((run) => run.status === 'in_progress') ?? alive[0];
    if (running !== undefined)
        return { kind: running.status === 'in_progress' ? 'running' : 'queued', run: running, due };
    if (due === undefined)
        return { kind: 'ended', state: (0,_core_ledger_render_js__WEBPACK_IMPORTED_MODULE_1__/* .flowState */ .uf)(state), reason: state.last?.reason };
    const resume = again === undefined || input.unwritten === true ? undefined : input.resume?.id;
    const why = again === undefined
        ? whyStuck(input, runs, due)
        : resume === undefined
            ? 'run-ended-without-end'
            : 'asked-by-comment';
    if (why === undefined || issue === undefined)
        return { kind: 'none' };
    if (!issue.open && input.unwritten !== true)
        return { kind: 'closed', due };
    if (input.hold?.kind === 'pause')
        return { kind: 'paused', due };
    const waiting = waitsFor(input, runs, due);
    if (waiting !== undefined)
        return waiting;
    const lost = lostFacts(input, runs, due);
    if (lost !== undefined)
        return { kind: 'damaged', what: lost };
    const repairs = repairsOf(input.subject, runs, due);
    if (repairs >= REPAIR_LIMIT + EXHAUSTED_LIMIT)
        return { kind: 'exhausted', why, due, repairs };
    const kind = input.hold?.kind === 'stop' ? 'stopped' : 'stuck';
    return { kind, why, due, repairs, ...(resume === undefined ? {} : { resume }) };
}
function deadReopening(input, runs) {
    const { state, issue } = input;
    if (input.unwritten === true)
        return (0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .reopened */ .ZK)(state);
    if (input.resume !== undefined && issue?.open === true)
        return (0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .reopened */ .ZK)(state);
    const late = runs.filter((run) => run.id > (0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .newestFence */ .or)(state) && (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunTitle */ .VG)(run.title).seq === 0);
    const asked = late.some((run) => run.actor !== input.bot && died(run));
    return asked && issue?.open === true ? (0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .reopened */ .ZK)(state) : undefined;
}
function mayBeUnwritten(input, found) {
    const known = (0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .newestFence */ .or)(input.state);
    const dead = (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .runsOf */ .ky)(input.runs, input.subject).filter(died);
    if (found.kind === 'closed')
        return dead.some((run) => run.id >= known);
    return found.kind === 'ended' && dead.some((run) => run.id > known);
}
function isUnwritten(flow, state, copies) {
    if ((0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .nextOf */ .Xh)(flow, state) !== undefined)
        return (0,_successor_js__WEBPACK_IMPORTED_MODULE_3__/* .nextOf */ .Xh)(flow, copies) === undefined;
    return copies.last !== undefined && (state.last === undefined || (0,_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .compareHops */ .aG)(copies.last, state.last) > 0);
}
function whyStuck(input, runs, due) {
    const { state, subject } = input;
    const titled = runs.filter((run) => (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunOf */ .tf)(run.title, subject, due));
    if (state.facts.length === 0) {
        const first = runs.filter((run) => (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunTitle */ .VG)(run.title)?.seq === 0 || titled.includes(run));
        const went = runs.some((run) => run.conclusion === 'success' && (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunTitle */ .VG)(run.title).seq > 1);
        if (went || hopsOf(input).length > 0)
            return first.length > 0 && !went ? 'first-hop-died' : 'run-absent';
        return newest(first) !== undefined && died(newest(first)) ? 'first-hop-died' : undefined;
    }
    const record = state.hops.find((hop) => hop.seq === due.seq && hop.attempt === due.attempt);
    const fence = record?.starts.at(-1)?.fence;
    if (fence !== undefined) {
        return runs.some((run) => run.id === fence) || titled.length > 0 ? 'run-ended-without-end' : 'run-absent';
    }
    return titled.length > 0 ? 'run-ended-without-end' : 'no-start';
}
function waitsFor({ state, updated, resume, now, grace }, runs, due) {
    const { last } = state;
    if (last?.until !== undefined && Date.parse(last.until) > now) {
        return { kind: 'waiting', why: 'rate-limit', until: last.until, due };
    }
    const known = [updated, resume?.created].filter((time) => time !== undefined);
    const times = [...runs.map((run) => run.updated), ...known].map(Date.parse);
    const since = Math.max(0, ...times.filter((time) => !Number.isNaN(time)));
    if (since + grace <= now)
        return undefined;
    return { kind: 'waiting', why: 'grace', until: new Date(since + grace).toISOString(), due };
}
function lostFacts(input, runs, due) {
    const later = hopsOf(input).find((hop) => (0,_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .compareHops */ .aG)(hop, due) > 0);
    if (later !== undefined)
        return `a commit tells of hop ${later.seq}.${later.attempt}, the facts end before ${label(due)}`;
    const beyond = runs.find((run) => {
        const hop = (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunTitle */ .VG)(run.title);
        return run.conclusion === 'success' && (0,_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .compareHops */ .aG)(hop, due) > 0;
    });
    if (beyond === undefined)
        return undefined;
    return `run ${beyond.id} (${beyond.title}) ended well, the facts end before ${label(due)}`;
}
function repairsOf(subject, runs, due) {
    const asked = Math.max(0, ...runs.filter((run) => (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunTitle */ .VG)(run.title)?.seq === 0).map((run) => run.id));
    const own = runs.filter((run) => (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunOf */ .tf)(run.title, subject, due) && run.id > asked);
    return Math.max(0, ...own.map((run) => (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunTitle */ .VG)(run.title).repair));
}
function hopsOf({ flow, subject, commits }) {
    return (commits ?? []).flatMap(({ hop }) => {
        if (hop === undefined)
            return [];
        const [name, number, seq, , attempt] = hop.split('/');
        return name === flow.flow && Number(number) === subject ? [{ seq: Number(seq), attempt: Number(attempt) }] : [];
    });
}
function died(run) {
    return run.conclusion !== undefined && !['success', 'skipped', 'neutral'].includes(run.conclusion);
}
function newest(runs) {
    return runs.reduce((last, run) => (last === undefined || run.id > last.id ? run : last), undefined);
}
function label(hop) {
    return `${hop.seq}.${hop.attempt}`;
}


/***/ }),

/***/ 7594:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ knownFacts)
/* harmony export */ });
/* harmony import */ var _core_fold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5281);

function knownFacts(flow, subject, copies, carried = []) {
    const all = (0,_core_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .unite */ ._f)(copies.ledger.facts, copies.checkFacts, carried);
    return all.filter((fact) => fact.flow === flow && fact.subject === subject);
}


/***/ }),

/***/ 9784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ labelChanges),
/* harmony export */   kg: () => (/* binding */ LABELS)
/* harmony export */ });
/* unused harmony export labelsFor */
const LABELS = {
    'flow:generative': { color: '5319e7', description: 'bitnet-flow: issue to Draft PR' },
    'state:in-progress': { color: 'fbca04', description: 'bitnet-flow: hops are running' },
    'state:ready': { color: '0e8a16', description: 'bitnet-flow: complete, every required gate passes' },
    'state:needs-rework': { color: 'd93f0b', description: 'bitnet-flow: stopped or partial; see the Decision' },
    'risk:high': { color: 'b60205', description: 'bitnet-flow: the contract says that much may break' },
    'flow:pause': { color: 'c5def5', description: 'bitnet-flow: no further hop starts while this is here' },
    'flow:stop': { color: 'b60205', description: 'bitnet-flow: the next hop ends the flow in needs-rework' },
};
const RISK_LABEL = 'risk:high';
function labelsFor(current, flow, state, hot = false) {
    const kept = current.filter((label) => !/^state:(in-progress|ready|needs-rework)$/.test(label) &&
        label !== `flow:${flow}` &&
        !(hot && label === RISK_LABEL));
    return [...kept, `flow:${flow}`, `state:${state}`, ...(hot ? [RISK_LABEL] : [])];
}
function labelChanges(current, flow, state, hot = false) {
    const wanted = labelsFor(current, flow, state, hot);
    return {
        add: wanted.filter((label) => !current.includes(label)),
        remove: current.filter((label) => !wanted.includes(label)),
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

/***/ 604:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wd: () => (/* binding */ withSeen),
/* harmony export */   YO: () => (/* binding */ lastSeen),
/* harmony export */   h7: () => (/* binding */ wasUsed),
/* harmony export */   tR: () => (/* binding */ judgeResume)
/* harmony export */ });
/* harmony import */ var _core_ledger_asks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5544);
/* harmony import */ var _control_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5570);


function judgeResume(state, id, comment) {
    const no = (why) => ({ ok: false, reason: 'unauthorised', why: `comment ${id} ${why}` });
    if (wasUsed(state, id)) {
        return { ok: false, reason: 'duplicate', why: `comment ${id} has resumed this flow already` };
    }
    if (comment === undefined || comment.id !== id)
        return no('is not there');
    if (!comment.here)
        return no('stands on another issue');
    if (comment.edited)
        return no('was edited, so that nobody knows what it said first');
    if ((0,_control_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .parseControlComment */ .MW)(comment.body) !== 'resume')
        return no('does not ask to resume');
    if (!comment.mayWrite)
        return no('is by somebody without write permission');
    if (id <= lastSeen(state))
        return no('is older than the end it would lift');
    return { ok: true };
}
function wasUsed(state, id) {
    return state.facts.some((fact) => fact.kind === 'start' && fact.resume === id);
}
function lastSeen(state) {
    return state.last?.next.agent === undefined ? (state.last?.seen ?? 0) : 0;
}
function withSeen(end, comments) {
    if (end.next.agent !== undefined || end.status === 'pass' || !(0,_core_ledger_asks_js__WEBPACK_IMPORTED_MODULE_0__/* .isResumable */ .bE)(end.reason))
        return end;
    const seen = Math.max(0, ...comments.flatMap((comment) => (comment.own ? [] : [comment.id])));
    return seen === 0 ? end : { ...end, seen };
}


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xh: () => (/* binding */ nextOf),
/* harmony export */   Y0: () => (/* binding */ isAhead),
/* harmony export */   ZK: () => (/* binding */ reopened),
/* harmony export */   dH: () => (/* binding */ announcedBy),
/* harmony export */   or: () => (/* binding */ newestFence),
/* harmony export */   yI: () => (/* binding */ lastHop)
/* harmony export */ });
/* unused harmony export successor */
/* harmony import */ var _core_ledger_asks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5544);
/* harmony import */ var _core_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8448);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6408);



function successor(end, start, detour) {
    const next = end.next.agent;
    if (next === undefined)
        return undefined;
    const back = start?.return;
    if (end.reason === 'stale-head') {
        const attempt = next === end.agent ? end.attempt : 1;
        return { seq: end.seq + 1, attempt, agent: next, redo: (start?.redo ?? 0) + 1, return: back };
    }
    if (next === end.agent && end.attempt < _core_names_js__WEBPACK_IMPORTED_MODULE_1__/* .ATTEMPT_LIMIT */ .Ai) {
        return { seq: end.seq, attempt: end.attempt + 1, agent: next, redo: 0, return: back };
    }
    return { seq: end.seq + 1, attempt: 1, agent: next, redo: 0, return: detour ? end.agent : undefined };
}
function announcedBy(hop, facts, end) {
    const start = facts.find((fact) => fact.kind === 'start');
    return successor(end, start, end.claim !== undefined && hop.detours.includes(end.claim));
}
function isAhead(flow, from, target) {
    return (0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .forwardPath */ .BG)(flow, from).slice(1).includes(target);
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
function reopened(state) {
    const last = lastHop(state);
    if (last === undefined || last.end.next.agent !== undefined || last.end.seq >= _core_names_js__WEBPACK_IMPORTED_MODULE_1__/* .HOP_LIMIT */ .Ix)
        return undefined;
    if (last.end.status !== 'fail' || !(0,_core_ledger_asks_js__WEBPACK_IMPORTED_MODULE_0__/* .isResumable */ .bE)(last.end.reason))
        return undefined;
    const back = last.record.starts.at(-1)?.return;
    return { seq: last.end.seq + 1, attempt: 1, agent: last.end.agent, redo: 0, return: back };
}
function newestFence(state) {
    return Math.max(0, ...state.hops.flatMap((hop) => hop.starts.map((start) => start.fence)));
}


/***/ }),

/***/ 4075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ staleAtPublication),
/* harmony export */   PN: () => (/* binding */ dispatchRefused),
/* harmony export */   bz: () => (/* binding */ prRefused)
/* harmony export */ });
/* unused harmony export refusedStatus */
/* harmony import */ var _core_fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5888);

function staleAtPublication(hop, end, head) {
    if (hop.stage !== 'publish' || end.status !== 'pass')
        return end;
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
function prRefused(end, status) {
    const plan = [
        `The host refused the pull request (${status})`,
        'Allow Actions to create pull requests (Settings, Actions, General), and close any other PR of this branch',
        'Then start the flow again on this issue',
    ];
    return { ...end, status: 'fail', reason: 'pr-refused', next: { type: 'FINALIZE' }, plan: plan.join(' | ') };
}
function dispatchRefused(hop, next, sha, status) {
    const plan = [
        `The host refused to start the next hop (${status})`,
        'Give the write job `actions: write`, and keep the workflow on the default branch',
        'Then start the flow again on this issue',
    ];
    return {
        ...(0,_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .factOf */ .yD)({ ...hop, ...next }),
        kind: 'end',
        sha,
        status: 'fail',
        reason: 'dispatch-exhausted',
        next: { type: 'FINALIZE' },
        summary: 'The hop was never started.',
        plan: plan.join(' | '),
    };
}
function refusedStatus(plan) {
    const status = /^The host refused (?:the pull request|to start the next hop) \((\d{3})\) \| /.exec(plan ?? '')?.[1];
    return status === undefined ? undefined : Number(status);
}


/***/ }),

/***/ 9725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ approvedContract)
/* harmony export */ });
/* harmony import */ var _core_contract_contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1621);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(981);
/* harmony import */ var _contract_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9618);



function approvedContract(body, state) {
    if (state.contract === undefined)
        return undefined;
    try {
        const contract = (0,_contract_text_js__WEBPACK_IMPORTED_MODULE_2__/* .parseContractMarkdown */ .by)(body, `#${state.subject ?? 0}`);
        return contract !== undefined && (0,_core_contract_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .contractSha256 */ .U9)(contract) === state.contract ? contract : undefined;
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FlowError */ .Tr)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 8606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attestPull: () => (/* binding */ attestPull)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/src/core/names.js
var names = __webpack_require__(8448);
// EXTERNAL MODULE: ./build/js/src/core/attestation/observed.js
var attestation_observed = __webpack_require__(8829);
;// CONCATENATED MODULE: ./build/js/src/core/attestation/statement.js


const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const TEST_RESULT_TYPE = 'https://in-toto.io/attestation/test-result/v0.1';
function gateStatements(state, head, repository) {
    return [...state.gates.values()]
        .filter((fact) => fact.sha === head)
        .sort((a, b) => (a.gate < b.gate ? -1 : 1))
        .map((fact) => {
        const statement = testResult(fact, state, repository);
        const why = statement === undefined ? `skipped (${fact.reason ?? 'no reason'}): nothing was tested` : '';
        return { gate: fact.gate, fact, statement, why };
    });
}
function testResult(fact, state, repository) {
    const result = resultOf(fact);
    if (result === undefined)
        return undefined;
    const name = (0,names/* checkName */.I3)(fact.flow, fact.gate);
    const hop = state.hops.find(({ seq, attempt }) => seq === fact.seq && attempt === fact.attempt);
    const start = hop?.starts.at(-1);
    const base = start?.base ?? state.base;
    const log = statement_valueOf(fact.evidence, 'log');
    const named = (word) => (word === result ? [name] : []);
    return {
        _type: STATEMENT_TYPE,
        subject: [
            { name: `git+${repository}`, digest: { gitCommit: fact.sha } },
            ...(/^[0-9a-f]{64}$/.test(log ?? '') ? [{ name: `log of ${name}`, digest: { sha256: log } }] : []),
        ],
        predicateType: TEST_RESULT_TYPE,
        predicate: {
            result,
            configuration: [
                {
                    name: `flow ${fact.flow}, hop ${fact.seq}.${fact.attempt} ${fact.agent}`,
                    uri: `git+${repository}@${base ?? fact.sha}`,
                    digest: { gitCommit: base ?? fact.sha },
                    annotations: Object.fromEntries(fact.evidence.map(({ key, value }) => [key, value])),
                },
            ],
            ...(start === undefined || start.fence === 0 ? {} : { url: `${repository}/actions/runs/${start.fence}` }),
            passedTests: named('PASSED'),
            warnedTests: named('WARNED'),
            failedTests: named('FAILED'),
        },
    };
}
function resultOf({ status, evidence }) {
    if (status === 'skipped')
        return undefined;
    if (status === 'fail' || (0,attestation_observed/* impossibleCount */.Rh)(evidence) !== undefined)
        return 'FAILED';
    const second = statement_valueOf(evidence, 'method')?.startsWith('alt') === true;
    return second || statement_valueOf(evidence, 'isolation') === 'env-only' ? 'WARNED' : 'PASSED';
}
function statement_valueOf(evidence, name) {
    return evidence.find(({ key }) => key === name)?.value;
}

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(4392);
// EXTERNAL MODULE: ./build/js/src/core/canonical.js
var canonical = __webpack_require__(3722);
// EXTERNAL MODULE: ./build/js/src/core/strict-json.js
var strict_json = __webpack_require__(6822);
;// CONCATENATED MODULE: ./build/js/src/core/attestation/check-statement.js






const digest = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const descriptor = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().optional(),
    uri: schemas/* string */.YjP().optional(),
    digest,
    annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
});
const statementSchema = schemas/* strictObject */.rej({
    _type: schemas/* literal */.euz(STATEMENT_TYPE),
    subject: schemas/* array */.YOg(schemas/* strictObject */.rej({ ...descriptor.shape, name: schemas/* string */.YjP() }))
        .min(1)
        .max(10),
    predicateType: schemas/* literal */.euz(TEST_RESULT_TYPE),
    predicate: schemas/* strictObject */.rej({
        result: schemas/* enum */.k5n(['PASSED', 'WARNED', 'FAILED']),
        configuration: schemas/* array */.YOg(descriptor).min(1).max(10),
        url: schemas/* string */.YjP().optional(),
        passedTests: schemas/* array */.YOg(schemas/* string */.YjP()).max(100),
        warnedTests: schemas/* array */.YOg(schemas/* string */.YjP()).max(100),
        failedTests: schemas/* array */.YOg(schemas/* string */.YjP()).max(100),
    }),
});
const MAX_CHARS = 1_000_000;
function readStatement(text, file) {
    const value = parseStrictJson(text, 'bad-input', file, MAX_CHARS);
    const envelope = value?.dsseEnvelope;
    if (envelope === undefined)
        return { statement: checkStatement(value, file), bundle: undefined };
    const { payload, payloadType } = envelope;
    if (typeof payload !== 'string' || payloadType !== 'application/vnd.in-toto+json')
        throw new FlowError('bad-input', 'the envelope of the bundle holds no in-toto statement', {
            at: file,
            fix: 'give a bundle that the action `attest` wrote',
        });
    const inner = parseStrictJson(fromBase64(payload), 'bad-input', `${file}, payload`, MAX_CHARS);
    return { statement: checkStatement(inner, `${file}, payload`), bundle: text };
}
function fromBase64(text) {
    return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/[^A-Za-z0-9+/]/g, '')), (char) => char.charCodeAt(0)));
}
function checkStatement(value, at) {
    const parsed = statementSchema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new FlowError('bad-input', `no test-result statement of this project: ${issue.path.join('.') || 'the file'}: ${issue.message}`, {
        at,
        fix: 'give a file that the action `attest` wrote',
    });
}
function repositoryOf({ subject }) {
    return /^git\+(https?:\/\/\S+)$/.exec(subject[0]?.name ?? '')?.[1];
}
function compareStatement(stated, state, head, repository) {
    const { passedTests, warnedTests, failedTests } = stated.predicate;
    const named = [...passedTests, ...warnedTests, ...failedTests];
    const expected = gateStatements(state, head, repository).find(({ fact }) => named.includes((0,names/* checkName */.I3)(fact.flow, fact.gate)));
    const commit = stated.subject[0]?.digest['gitCommit'];
    if (expected?.statement === undefined) {
        const why = commit === head
            ? 'no fact on the head gives a statement for that'
            : `it speaks of ${commit?.slice(0, 7) ?? 'no commit'}, not of the head`;
        return [
            { field: 'statement', stated: named.join(', ') || 'no gate', computed: expected?.why ?? 'not observed', why },
        ];
    }
    const show = (value) => (typeof value === 'string' ? value : (0,canonical/* canonicalJson */.d)(value ?? null)).slice(0, 200);
    const is = expected.statement;
    const lost = expected.fact.evidence.length === 0;
    const keys = Object.keys({ ...is.predicate, ...stated.predicate }).filter((key) => !lost || key !== 'configuration');
    const fields = [
        ['subject', stated.subject.slice(0, lost ? 1 : undefined), is.subject],
        ...keys.map((key) => [`predicate.${key}`, stated.predicate[key], is.predicate[key]]),
    ];
    return fields.flatMap(([field, said, computed]) => show(said) === show(computed) && (0,canonical/* canonicalJson */.d)(said ?? null) === (0,canonical/* canonicalJson */.d)(computed ?? null)
        ? []
        : [
            {
                field: `${expected.gate}: ${field}`,
                stated: show(said),
                computed: show(computed),
                why: 'the facts give another statement',
            },
        ]);
}

// EXTERNAL MODULE: ./build/js/src/core/contract/decimal.js
var decimal = __webpack_require__(7660);
// EXTERNAL MODULE: ./build/js/src/core/attestation/recompute.js
var recompute = __webpack_require__(7851);
;// CONCATENATED MODULE: ./build/js/src/core/attestation/compare.js


function compareAttestation(stated, observed) {
    const computed = (0,recompute/* recompute */.ZK)(observed, stated.key);
    return [
        ...compareHead(stated, computed, observed),
        ...compareGates(stated, observed, 'a'),
        ...compareGates(stated, observed, 'b'),
        ...comparePerf(stated.perf, computed.perf, observed),
    ];
}
function compareHead(stated, computed, observed) {
    const found = [];
    const say = (name, said, is, why) => {
        if (said !== is)
            found.push({ field: `${stated.key}.${name}`, stated: said ?? 'none', computed: is ?? 'none', why });
    };
    say('issue', stated.issue, computed.issue, `the facts are those of issue #${observed.number}`);
    say('baseline_sha', stated.baselineSha, computed.baselineSha, 'it is not the merge base of the head and the base branch');
    const copied = observed.gates.some(({ sha }) => sha === stated.prSha);
    const old = copied
        ? 'it is an earlier commit of this branch, whose verdicts do not count'
        : 'no fact speaks of that commit';
    say('pr_sha', stated.prSha, computed.prSha, `it is not the head of the pull request: ${old}`);
    const risk = computed.risk === undefined
        ? 'no contract of the issue says a risk'
        : 'the contract of the issue says another risk';
    say('risk', stated.risk, computed.risk, risk);
    return found;
}
function compareGates(stated, { gates, head }, tier) {
    const field = `gates_passed.tier_${tier}`;
    const list = tier === 'a' ? stated.gatesPassed.tierA : stated.gatesPassed.tierB;
    return list.flatMap((name) => {
        const seen = gates.filter(({ gate }) => gate === name);
        if (seen.some((gate) => gate.tier === tier && (0,recompute/* countsOn */.mo)(gate, head)))
            return [];
        return [{ field, stated: name, ...whyNot(name, seen, head, tier) }];
    });
}
function whyNot(name, seen, head, tier) {
    const here = seen.find(({ sha }) => sha === head);
    const newest = seen.at(-1);
    if (here !== undefined && here.tier !== tier)
        return {
            computed: `${here.status} in Tier ${here.tier.toUpperCase()}`,
            why: `${name} was not observed in Tier ${tier.toUpperCase()}`,
        };
    if (here?.impossible !== undefined)
        return { computed: 'no pass', why: `the pass rests on what cannot be: ${here.impossible}` };
    if (here !== undefined) {
        const reason = here.reason === undefined ? '' : ` (${here.reason})`;
        return { computed: `${here.status}${reason}`, why: `${name} did not pass on the head` };
    }
    if (newest !== undefined)
        return {
            computed: `${newest.status} on ${newest.sha.slice(0, 7)}`,
            why: `${name} was observed on another commit only, which does not count`,
        };
    const who = tier === 'b' ? 'only the workflow of Tier B fills this in' : 'no fact tells of it';
    return { computed: 'not observed', why: `${name} was never observed: ${who}` };
}
function comparePerf(stated, computed, observed) {
    if (stated === undefined) {
        if (computed === undefined)
            return [];
        const why = 'a comparison was observed on the head, and it is left out';
        return [{ field: 'perf', stated: 'none', computed: computed.status, why }];
    }
    const found = [];
    const say = (name, said, is, why) => {
        found.push({ field: `perf.${name}`, stated: said, computed: is, why });
    };
    const digits = stated.deltaPct.split('.')[1]?.length ?? 0;
    const change = (0,recompute/* changeOf */.C2)(stated, digits);
    if (change === undefined || !equal(stated.deltaPct, change))
        say('delta_pct', stated.deltaPct, change ?? 'none', `${stated.baseline} to ${stated.result} is another change`);
    if (computed === undefined || observed.perf === undefined) {
        say('status', stated.status, 'not observed', 'no fact on the head holds a comparison: only the workflow fills this in');
        return found;
    }
    for (const [field, name] of [
        ['gate', 'gate'],
        ['compare', 'compare'],
        ['metric', 'metric'],
    ])
        if (stated[field] !== computed[field])
            say(name, stated[field] ?? 'none', computed[field] ?? 'none', 'another one was observed');
    for (const [field, name] of [
        ['baseline', 'baseline'],
        ['result', 'result'],
        ['budgetPct', 'budget_pct'],
    ])
        if (!equal(stated[field], computed[field]))
            say(name, stated[field], computed[field], 'another number was observed');
    if (stated.status === 'pass' && (0,recompute/* withinBudget */.xV)(stated, observed.perf.direction) !== true)
        say('status', stated.status, 'fail', `the change is beyond the budget of ${stated.budgetPct} %, and ${observed.perf.direction} is better`);
    else if (stated.status !== computed.status)
        say('status', stated.status, computed.status, 'another verdict was observed');
    return found;
}
function equal(a, b) {
    const [left, right] = [(0,decimal/* parseDecimal */.$Q)(a), (0,decimal/* parseDecimal */.$Q)(b)];
    return left !== undefined && right !== undefined && (0,decimal/* compareDecimals */.YL)(left, right) === 0;
}

// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
// EXTERNAL MODULE: ./build/js/src/core/attestation/region.js
var region = __webpack_require__(77);
;// CONCATENATED MODULE: ./build/js/src/core/attestation/table.js


const ROW = /^\s*\|([^|]*)\|([^|]*)\|\s*$/;
function statusText({ status, reason }) {
    return reason === undefined ? status : `${status} (${reason})`;
}
function compareTable(body, state) {
    const current = new Map((0,render/* gateRows */.Zl)(state).flatMap(({ gate, fact, current: now }) => (now ? [[gate, statusText(fact)]] : [])));
    return ((0,region/* attestationIn */.IQ)(body) ?? '').split('\n').flatMap((line) => {
        const [, gate = '', stated = ''] = (ROW.exec(line) ?? []).map((cell) => cell.trim());
        if (gate === '' || gate === 'Gate' || /^[\s:-]+$/.test(gate))
            return [];
        const computed = current.get(gate);
        if (stated === computed)
            return [];
        return [
            {
                field: `table of gates: ${gate.slice(0, 80)}`,
                stated: stated.slice(0, 80) || 'nothing',
                computed: computed ?? 'not observed on the head',
                why: 'people read it, and the facts say otherwise',
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/js/src/flow/contract-pin.js
var contract_pin = __webpack_require__(1927);
;// CONCATENATED MODULE: ./build/js/src/flow/attest-check.js







function checkAttestation(input) {
    const { stated, state, around, commits } = input;
    const observed = (0,attestation_observed/* observe */.lB)(state, around);
    if (observed === undefined)
        throw new errors/* FlowError */.Tr('not-found', 'the facts name no commit and no base: nothing can be compared', {
            at: 'facts',
            fix: 'give the facts of a flow that has begun',
        });
    const { head } = observed;
    const missing = stated === undefined;
    const unasked = missing || input.contractChanged === true || !lacksContract(input)
        ? []
        : [`${stated.key}.issue`, `${stated.key}.risk`];
    const mismatches = [
        ...(missing
            ? [
                {
                    field: 'attestation',
                    stated: 'none',
                    computed: 'one block',
                    why: 'the text of the pull request holds none',
                },
            ]
            : compareAttestation(stated, observed).filter(({ field }) => !unasked.includes(field))),
        ...(input.text === undefined ? [] : compareTable(input.text, state)),
        ...(input.contractChanged === true ? [changedContract(state)] : []),
        ...offBranch(state, commits),
        ...input.statements.flatMap((one) => statementProblems(one, input, head)),
    ];
    const counted = stated === undefined ? 0 : stated.gatesPassed.tierA.length + stated.gatesPassed.tierB.length;
    const broken = new Set(mismatches.map(({ field }) => field));
    const ok = (...fields) => fields.every((field) => !broken.has(field));
    const verified = [
        ...(stated !== undefined && ok(`${stated.key}.pr_sha`)
            ? [`pr_sha is the head ${head.slice(0, 7)}${around.head === undefined ? ', as the facts say' : ''}`]
            : []),
        ...(stated !== undefined && ok(`${stated.key}.baseline_sha`)
            ? [
                `baseline_sha is the merge base ${observed.base.slice(0, 7)}${around.mergeBase === undefined ? ', as the facts say' : ''}`,
            ]
            : []),
        ...(counted > 0 && ok('gates_passed.tier_a', 'gates_passed.tier_b')
            ? [`${counted} gates passed on the head, each by its fact`]
            : []),
        ...(stated?.perf !== undefined && ![...broken].some((field) => field.startsWith('perf'))
            ? ['perf is what its numbers and its budget give']
            : []),
        ...(commits !== undefined && ok('facts') ? ['every fact is of a commit of the branch'] : []),
        ...input.statements.flatMap(({ file, signature }) => signature.kind === 'good' ? [`${file}: signed by ${signature.signer}`] : []),
    ];
    return { mismatches, verified, unverified: unverified(input) };
}
function lacksContract({ state, around }) {
    return (0,contract_pin/* pinsContract */.d5)(state) && around.contract === undefined;
}
function changedContract(state) {
    return {
        field: 'contract',
        stated: 'another',
        computed: (0,contract_pin/* pinsContract */.d5)(state) ? `sha256 ${state.contract.slice(0, 12)}` : 'none was approved',
        why: 'it is not the one that was approved: approve it again, or put it back',
    };
}
function offBranch(state, commits) {
    if (commits === undefined)
        return [];
    const off = [...new Set(state.facts.filter(({ kind }) => kind !== 'start').map(({ sha }) => sha))].filter((sha) => !commits.has(sha));
    if (off.length === 0)
        return [];
    const stated = off.map((sha) => sha.slice(0, 7)).join(', ');
    return [
        {
            field: 'facts',
            stated,
            computed: 'not on the branch',
            why: 'the facts speak of commits that the branch does not have',
        },
    ];
}
function statementProblems({ statement, file, signature }, { state, repository }, head) {
    const named = repositoryOf(statement);
    const found = compareStatement(statement, state, head, repository ?? named ?? '').map((one) => ({
        ...one,
        field: `${file}: ${one.field}`,
    }));
    const bad = signature.kind === 'bad'
        ? [{ field: `${file}: signature`, stated: 'signed', computed: 'not valid', why: signature.why }]
        : [];
    return [...found, ...bad];
}
function unverified({ stated, state, around, commits, repository, statements }) {
    const unsigned = statements.filter(({ signature }) => signature.kind === 'none').map(({ file }) => file);
    const unchecked = statements.filter(({ signature }) => signature.kind === 'unchecked').map(({ file }) => file);
    const flow = state.flow ?? 'the flow';
    const unknown = [
        ...(around.head === undefined ? ['its head'] : []),
        ...(around.mergeBase === undefined ? ['its merge base'] : []),
        ...(commits === undefined ? ['its commits'] : []),
    ];
    return [
        `that each gate ran as its fact says: that is in the Check Runs ${(0,names/* checkName */.I3)(flow, '*')} and their logs`,
        ...(unknown.length === 0 ? [] : [`where the branch stands: ${unknown.join(', ')} (give --dir of a clone)`]),
        ...(lacksContract({ state, around }) ? ['issue id and risk against the contract (give --contract)'] : []),
        ...(stated?.perf === undefined ? [] : ['that the numbers of perf were measured as the fact says']),
        ...(repository === undefined && statements.length > 0
            ? ['the name of the repository in the statements (give --repo)']
            : []),
        ...(unsigned.length === 0 ? [] : [`who made ${unsigned.join(', ')}: not signed`]),
        ...(unchecked.length === 0 ? [] : [`the signatures of ${unchecked.join(', ')} (give --trusted-root)`]),
    ];
}

// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
;// CONCATENATED MODULE: ./build/js/src/flow/attest-summary.js

function attestSummary(title, { mismatches, verified, unverified }, gates) {
    const rows = gates.map(({ gate, result, file, signed, stored, why }) => {
        const state = file === undefined
            ? 'none'
            : signed
                ? stored === undefined
                    ? 'signed, not stored'
                    : 'signed and stored'
                : '**unsigned**';
        return `| ${(0,core_text/* tableCell */.xR)(gate)} | ${result ?? '–'} | ${state} | ${(0,core_text/* tableCell */.xR)(why)} |`;
    });
    const wrong = mismatches.map(({ field, stated, computed, why }) => `| ${[field, stated, computed, why].map(core_text/* tableCell */.xR).join(' | ')} |`);
    return [
        `### ${mismatches.length === 0 ? '✅ The attestation is what the facts give' : '❌ The attestation is not what the facts give'}`,
        '',
        (0,core_text/* markdown */.wD)(title, 200),
        '',
        ...(wrong.length === 0 ? [] : ['| Field | Says | Computed | Why |', '|---|---|---|---|', ...wrong, '']),
        ...verified.map((line) => `- ${(0,core_text/* markdown */.wD)(line, 300)}`),
        '',
        '| Gate | Result | Statement | Note |',
        '|---|---|---|---|',
        ...rows,
        '',
        '<details><summary>Not verified here</summary>',
        '',
        ...unverified.map((line) => `- ${(0,core_text/* markdown */.wD)(line, 300)}`),
        '',
        '</details>',
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/js/src/core/fold.js
var fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/flow/known-facts.js
var known_facts = __webpack_require__(7594);
// EXTERNAL MODULE: ./build/js/src/flow/pull-request.js
var pull_request = __webpack_require__(2068);
// EXTERNAL MODULE: ./build/js/src/runtime/approved-contract.js
var approved_contract = __webpack_require__(9725);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/read-state.js
var read_state = __webpack_require__(9376);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 3 modules
var github_host = __webpack_require__(2798);
;// CONCATENATED MODULE: ./build/js/src/runtime/attest/gather-pull.js








async function gatherPull(number, files, host) {
    const pull = await host.readPull(number);
    if (pull === undefined) {
        throw new errors/* FlowError */.Tr('not-found', `${host.owner}/${host.repo} has no pull request #${number}`, {
            at: 'pr',
            fix: 'give the number of a pull request; `bitnet-flow status --all` lists those of the flow',
        });
    }
    const subject = await subjectOf(pull, files.flow, host);
    const read = await (0,read_state/* readState */.un)(subject, files, host);
    const state = (0,fold/* fold */.AU)((0,known_facts/* knownFacts */.X)(read.flow.flow, subject, read));
    if (state.branch !== pull.head.ref)
        throw notOfTheFlow(number, `its branch is ${pull.head.ref}, and the flow on #${subject} works on ${state.branch ?? 'none'}`);
    const mergeBase = await host.mergeBase(pull.base.ref, pull.head.sha);
    const shas = (read.subject.commits ?? []).map(({ sha }) => sha);
    const contract = (0,approved_contract/* approvedContract */.I)(read.subject.issue?.body ?? '', state);
    const changed = (0,contract_pin/* pinsContract */.d5)(state) && contract === undefined;
    return {
        title: `#${number} of ${host.owner}/${host.repo} against ${state.facts.length} facts of ${files.flow} on #${subject}`,
        text: pull.body,
        file: `#${number}`,
        state,
        around: { contract, head: pull.head.sha, mergeBase },
        commits: shas.includes(mergeBase ?? '') ? new Set(shas) : undefined,
        repository: pagesOf(read),
        contractChanged: changed,
        notes: [...(pull.open ? [] : ['the pull request is closed']), ...read.ledger.notes],
    };
}
async function subjectOf({ number, body }, flow, host) {
    const comments = await host.listComments(number);
    const marker = new RegExp(`^<!-- bitnet-flow:ledger flow=${flow} subject=([1-9][0-9]{0,8}) -->`);
    const told = comments.filter(({ author }) => author === github_host/* OWN_BOT */.Ve).map((comment) => marker.exec(comment.body)?.[1]);
    const subject = told.find((found) => found !== undefined) ?? (0,pull_request/* issueOfPullRequest */.rI)(body);
    if (subject === undefined)
        throw notOfTheFlow(number, 'it has no Ledger, and its text names no issue');
    return Number(subject);
}
function notOfTheFlow(number, why) {
    return new errors/* FlowError */.Tr('not-found', `pull request #${number} was not made by a flow: ${why}`, {
        at: 'pr',
        fix: 'give the number of a pull request that a flow opened, or verify from files with --text and --facts',
    });
}
function pagesOf({ subject }) {
    return subject.comments
        .map(({ url }) => /^(.+)\/(?:issues|pull)\/\d+#/.exec(url)?.[1])
        .find((url) => url !== undefined);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/js/src/runtime/attest/process.js





const TIMEOUT_MS = 300_000;
const MAX_ANSWER = 16_000_000;
function attestEntry() {
    const here = (0,external_node_url_.fileURLToPath)(require("url").pathToFileURL(__filename).href);
    const fromSources = here.endsWith('.ts');
    const places = fromSources
        ? [(0,external_node_path_.join)((0,external_node_path_.dirname)(here), '../../attest.ts')]
        : [(0,external_node_path_.join)((0,external_node_path_.dirname)(here), 'attest/index.js'), (0,external_node_path_.join)((0,external_node_path_.dirname)(here), '../attest/index.js')];
    const entry = places.find((place) => (0,external_node_fs_.existsSync)(place));
    if (entry === undefined) {
        throw new errors/* FlowError */.Tr('not-found', 'the program that signs is not there', {
            at: places[0],
            fix: 'use the action at a released version, or run `npm run build` in the clone',
        });
    }
    return { argv: [...(fromSources ? ['--import', 'tsx'] : []), entry], entry };
}
async function askAttest(request) {
    const { argv, entry } = attestEntry();
    const child = (0,external_node_child_process_.spawn)(process.execPath, argv, { stdio: ['pipe', 'pipe', 'pipe'], timeout: TIMEOUT_MS });
    let [answer, said] = ['', ''];
    child.stdout.on('data', (chunk) => (answer = (answer + String(chunk)).slice(0, MAX_ANSWER)));
    child.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-2_000)));
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(request));
    const code = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
    });
    try {
        if (code === 0)
            return JSON.parse(answer);
    }
    catch {
        said = 'its answer is no JSON';
    }
    throw new errors/* FlowError */.Tr('process', `the program that signs gave no answer (exit ${code ?? 'by a signal'}): ${said.trim().split('\n').at(-1) ?? ''}`, { at: entry });
}

// EXTERNAL MODULE: ./build/js/src/runtime/attestation-text.js
var attestation_text = __webpack_require__(4999);
;// CONCATENATED MODULE: ./build/js/src/runtime/attest/stated.js


function statedIn(text, file) {
    try {
        const yaml = /\.ya?ml$/i.test(file);
        return {
            stated: yaml ? (0,attestation_text/* parseAttestationYaml */.Z)(text, file) : (0,attestation_text/* parseAttestationMarkdown */.H)(text, file),
            problem: undefined,
        };
    }
    catch (error) {
        if (!(error instanceof errors/* FlowError */.Tr) || error.code !== 'bad-attestation')
            throw error;
        const fix = error.fix === undefined ? '' : `; ${error.fix}`;
        const why = `${error.message}${fix}`;
        return {
            stated: undefined,
            problem: { field: 'attestation', stated: error.at ?? '', computed: 'unreadable', why },
        };
    }
}

// EXTERNAL MODULE: ./build/js/src/runtime/artefact.js
var artefact = __webpack_require__(3203);
;// CONCATENATED MODULE: ./build/js/src/runtime/attest/action.js











async function attestPull(inputs, world) {
    const gathered = await gatherPull(inputs.pr, inputs, world.host);
    const { stated, problem } = statedIn(gathered.text, gathered.file);
    const found = checkAttestation({ ...gathered, stated, repository: world.repository, statements: [] });
    const check = problem === undefined
        ? found
        : { ...found, mismatches: [problem, ...found.mismatches.filter(({ field }) => field !== 'attestation')] };
    const folder = (0,external_node_path_.join)(world.workspace, inputs.out);
    const gates = await writeStatements(gathered, inputs.sign, folder, world);
    (0,artefact/* writeArtefact */.W1)((0,external_node_path_.join)(folder, 'index.json'), { pr: inputs.pr, head: gathered.around.head, gates });
    const count = (counts) => String(gates.filter(counts).length);
    const ok = check.mismatches.length === 0;
    return {
        ok,
        check,
        outputs: {
            verified: String(ok),
            statements: count(({ file }) => file !== undefined),
            signed: count(({ signed }) => signed),
            stored: count(({ stored }) => stored !== undefined),
            folder: inputs.out,
        },
        summary: attestSummary(gathered.title, check, gates),
    };
}
async function writeStatements({ state, around }, sign, folder, world) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const all = gateStatements(state, around.head ?? state.head ?? '', world.repository);
    for (const { gate, statement } of all)
        if (statement !== undefined)
            (0,artefact/* writeArtefact */.W1)((0,external_node_path_.join)(folder, fileName(gate, 'intoto')), statement);
    const wanted = all.flatMap(({ gate, statement }) => (statement === undefined ? [] : [{ name: gate, ...statement }]));
    const answers = await signAll(wanted, sign, world);
    const done = [];
    for (const entry of all)
        done.push(await finish(entry, answers.get(entry.gate), folder, world));
    return done;
}
async function signAll(statements, sign, world) {
    const none = (why) => new Map(statements.map(({ name }) => [name, { why }]));
    if (sign === 'never')
        return none('not asked for (`sign: never`)');
    if (!world.identity)
        return none('the job has no `id-token: write`, so there is nobody to sign as');
    if (statements.length === 0)
        return none('');
    try {
        const answers = await askAttest({ kind: 'sign', statements });
        return new Map(answers.map((one) => [one.name, one.ok ? { bundle: one.bundle } : { why: `not signed: ${one.why}` }]));
    }
    catch (error) {
        if (!(error instanceof errors/* FlowError */.Tr))
            throw error;
        return none(`not signed: ${error.message}`);
    }
}
async function finish({ gate, statement, why }, answer, folder, world) {
    const result = statement?.predicate.result;
    if (statement === undefined || answer === undefined)
        return { gate, result, file: undefined, signed: false, stored: undefined, why };
    if ('why' in answer) {
        world.log(`${gate}: unsigned, ${answer.why}`);
        return { gate, result, file: fileName(gate, 'intoto'), signed: false, stored: undefined, why: answer.why };
    }
    const file = fileName(gate, 'sigstore');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, file), `${JSON.stringify(answer.bundle)}\n`);
    try {
        return { gate, result, file, signed: true, stored: await world.host.storeAttestation(answer.bundle), why: '' };
    }
    catch (error) {
        const status = (0,refusal/* statusOf */.c2)(error);
        if (status === undefined)
            throw error;
        return {
            gate,
            result,
            file,
            signed: true,
            stored: undefined,
            why: `the host did not take it: ${status}; the job needs \`attestations: write\``,
        };
    }
}
function fileName(gate, kind) {
    return `${gate.replace(/[^a-z0-9_.-]/g, '-')}.${kind}.json`;
}


/***/ }),

/***/ 4999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseAttestationMarkdown),
/* harmony export */   Z: () => (/* binding */ parseAttestationYaml)
/* harmony export */ });
/* harmony import */ var _core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(964);
/* harmony import */ var _checked_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1098);
/* harmony import */ var _keyed_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2638);



const CODE = 'bad-attestation';
const KIND = {
    code: CODE,
    block: { name: 'attestation', first: _core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTESTATION_KEYS */ .AO, sections: ['gates_passed', 'perf'] },
    missing: 'no mapping with the keys flow_pr and gates_passed',
    fix: 'begin with `flow_pr:`',
};
function parseAttestationYaml(text, file) {
    const { key, yaml } = (0,_keyed_document_js__WEBPACK_IMPORTED_MODULE_2__/* .openDocument */ .E)(text, file, KIND);
    return (0,_core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_0__/* .attestationOf */ .kV)(key === 'flow_pr'
        ? (0,_checked_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .checkYaml */ .c)(_core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_0__/* .attestationSchemas */ .XO.flow_pr, yaml.value, yaml, file, CODE)
        : (0,_checked_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .checkYaml */ .c)(_core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_0__/* .attestationSchemas */ .XO.nmoe_pr, yaml.value, yaml, file, CODE));
}
function parseAttestationMarkdown(text, file) {
    const yaml = (0,_keyed_document_js__WEBPACK_IMPORTED_MODULE_2__/* .findDocument */ .$)(text, file, KIND);
    return yaml === undefined ? undefined : parseAttestationYaml(yaml, file);
}


/***/ }),

/***/ 7348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j7: () => (/* binding */ loadFlow)
});

// UNUSED EXPORTS: BUILT_IN_FLOWS, readFlow

// EXTERNAL MODULE: ./build/js/src/core/embedded.js
var embedded = __webpack_require__(5984);
// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/flow.js
var core_flow = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/js/src/core/merge.js
var merge = __webpack_require__(3512);
// EXTERNAL MODULE: ./build/js/src/flow/path.js
var path = __webpack_require__(6408);
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
// EXTERNAL MODULE: ./build/js/src/runtime/strict-yaml.js + 2 modules
var strict_yaml = __webpack_require__(3170);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow-file.js







const builtIn = embedded/* embedded */.F.flows;
const NO_PLACE = { value: undefined, locate: () => ({ line: 1, col: 1 }) };
const checked = new Map();
const BUILT_IN_FLOWS = Object.keys(builtIn);
function readFlow(name, text, file = 'flow') {
    if (text === undefined) {
        const known = checked.get(name);
        if (known !== undefined)
            return known;
        const flow = check(builtInFlow(name, 'flow'), NO_PLACE, `workflows-templates/flows/${name}.yml`);
        checked.set(name, flow);
        return flow;
    }
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


/***/ }),

/***/ 3697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  admitHop: () => (/* binding */ admitHop)
});

// EXTERNAL MODULE: ./build/js/src/core/allowance.js
var allowance = __webpack_require__(4666);
// EXTERNAL MODULE: ./build/js/src/core/ledger/block.js
var block = __webpack_require__(9597);
// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
// EXTERNAL MODULE: ./build/js/src/core/evidence.js
var evidence = __webpack_require__(255);
// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/fold.js
var fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/core/hold.js
var core_hold = __webpack_require__(8683);
// EXTERNAL MODULE: ./build/js/src/core/flow.js
var core_flow = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/js/src/core/names.js
var names = __webpack_require__(8448);
// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/js/src/flow/contract-pin.js
var contract_pin = __webpack_require__(1927);
// EXTERNAL MODULE: ./build/js/src/flow/diagnose.js
var diagnose = __webpack_require__(6267);
// EXTERNAL MODULE: ./build/js/src/flow/path.js
var path = __webpack_require__(6408);
// EXTERNAL MODULE: ./build/js/src/flow/successor.js
var successor = __webpack_require__(7785);
;// CONCATENATED MODULE: ./build/js/src/flow/plan.js






function planHop(input) {
    const { flow, profile, state } = input;
    const row = flow.agents[input.hop.agent];
    const requires = input.contract?.requires ?? state.requires;
    const wanted = (0,core_flow/* rowGates */.d2)(flow, row, requires.filter((gate) => !(0,names/* isRegistryGate */.ff)(gate)));
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
        ...(input.resume === undefined ? {} : { resume: input.resume }),
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
        required: [...new Set([...(0,core_flow/* requiredGates */.g1)(flow), ...requires])],
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
        ...(readsLabels(wanted) ? { labels: [...(input.labels ?? [])] } : {}),
        ...(input.allows === undefined || input.allows.length === 0 ? {} : { allows: [...input.allows] }),
        ...(input.contract === undefined ? {} : { contract: input.contract }),
        ...(profile['public-names'] === undefined ? {} : { 'public-names': profile['public-names'] }),
        ledger: input.ledger,
        ...(input.pr === undefined ? {} : { pr: input.pr }),
    };
}
function readsLabels(gates) {
    return gates.some(({ gate }) => gate === 'mutation' || gate === 'governance');
}

// EXTERNAL MODULE: ./build/js/src/flow/known-facts.js
var known_facts = __webpack_require__(7594);
// EXTERNAL MODULE: ./build/js/src/flow/resume.js
var resume = __webpack_require__(604);
// EXTERNAL MODULE: ./build/js/src/core/run-name.js
var run_name = __webpack_require__(3413);
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
    if (given !== 0 && dispatch.resume !== undefined && dispatch.repair === undefined)
        return ignore('malformed', 1, 'resume comes with subject alone, or with a repair: the facts say which hop is due');
    if (given === 0 && dispatch.repair !== undefined)
        return ignore('malformed', 1, 'a repair names its hop');
    const known = (0,known_facts/* knownFacts */.X)(flow.flow, dispatch.subject, snapshot, actor.ownBot ? dispatch.facts : []);
    const state = (0,fold/* fold */.AU)(known);
    const named = named3(snapshot, dispatch);
    if (named !== undefined && named.agent === undefined)
        return ignore('malformed', 1, `no agent is called ${dispatch.agent}`);
    const wanted = named;
    const own = ownEarlier(snapshot, state, wanted);
    if (own !== undefined) {
        const due = (0,successor/* nextOf */.Xh)(flow, state);
        if (due !== undefined && !begun(state, due))
            return finishing(snapshot, known, state, own);
        return ignore('duplicate', 0, `hop ${own.seq}.${own.attempt} ended in an earlier attempt of this run`);
    }
    if (wanted !== undefined && ended(state, wanted)) {
        return ignore('duplicate', 0, `hop ${wanted.seq}.${wanted.attempt} has ended already: a duplicate delivery`);
    }
    if (dispatch.resume !== undefined) {
        const verdict = (0,resume/* judgeResume */.tR)(state, dispatch.resume, snapshot.resumeComment);
        if (!verdict.ok)
            return ignore(verdict.reason, verdict.reason === 'duplicate' ? 0 : 1, verdict.why);
    }
    const open = openHop(flow, state, snapshot);
    if (open === undefined)
        return ignore('ended', 0, endMessage(snapshot, state));
    if (wanted !== undefined && !same(wanted, open)) {
        return ignore('malformed', 1, `the facts expect hop ${open.seq}.${open.attempt} ${open.agent}, not ${wanted.seq}.${wanted.attempt} ${wanted.agent}`);
    }
    if (wanted !== undefined && dispatch.head !== undefined && (state.head ?? dispatch.head) !== dispatch.head) {
        return ignore('malformed', 1, `the facts stand on ${state.head}, not ${dispatch.head}`);
    }
    const later = laterHop(snapshot, state, open);
    if (later !== undefined) {
        const message = `the branch holds a commit of hop ${later}, and the facts that can be read end before hop ${open.seq}.${open.attempt}`;
        return ignore('facts-missing', 1, `${message}: bitnet-flow ledger rebuild ${dispatch.subject}`);
    }
    const holder = aliveHolder(snapshot, state, open);
    if (holder !== undefined) {
        const message = `run ${holder} holds hop ${open.seq}.${open.attempt}`;
        return wanted === undefined ? ignore('running', 0, message) : ignore('superseded', 0, message);
    }
    const held = heldBack(snapshot, state, open);
    if (held !== undefined)
        return ignore('paused', 0, held);
    if (snapshot.lowUntil !== undefined) {
        const message = `the host takes few more calls this hour: hop ${open.seq}.${open.attempt} waits until ${snapshot.lowUntil}`;
        return ignore('rate-limited', 0, message);
    }
    return admitted(snapshot, known, state, open);
}
function heldBack({ hold }, state, open) {
    if (hold === undefined || (hold.kind === 'stop' && state.last?.reason !== 'stopped'))
        return undefined;
    const due = `hop ${open.seq}.${open.attempt} ${open.agent} waits`;
    return hold.kind === 'stop' ? `${due}: ${(0,core_hold/* holdText */.pL)(hold)}` : `${due}, paused ${(0,core_hold/* holdText */.pL)(hold)}`;
}
function named3(snapshot, dispatch) {
    if (dispatch.seq === undefined || dispatch.attempt === undefined || dispatch.agent === undefined)
        return undefined;
    return { seq: dispatch.seq, attempt: dispatch.attempt, agent: (0,core_flow/* resolveAgent */.cT)(snapshot.flow, dispatch.agent) };
}
function ended(state, hop) {
    return state.hops.some((record) => record.seq === hop.seq && record.attempt === hop.attempt && record.end !== undefined);
}
function ownEarlier({ rerun, run }, state, wanted) {
    const record = (0,successor/* lastHop */.yI)(state)?.record;
    if (!rerun || record?.starts.at(-1)?.fence !== run)
        return undefined;
    const asked = wanted === undefined || (wanted.seq === record.seq && wanted.attempt === record.attempt);
    return asked ? record : undefined;
}
function begun(state, hop) {
    return state.hops.some((record) => record.seq === hop.seq && record.attempt === hop.attempt && record.starts.length > 0);
}
function finishing(snapshot, known, state, record) {
    const start = record.starts.at(-1);
    const merged = record.gates
        .find((fact) => fact.gate === 'scope')
        ?.evidence.find((entry) => entry.key === 'base')?.value;
    const { merge, ...hop } = planHop({
        flow: snapshot.flow,
        profile: snapshot.profile,
        built: snapshot.built,
        state,
        hop: { ...record, redo: start.redo ?? 0, return: start.return },
        subject: snapshot.dispatch.subject,
        fence: snapshot.run,
        resume: undefined,
        head: start.sha,
        base: start.base,
        baseBranch: snapshot.base.branch,
        baseHead: snapshot.base.head,
        branch: start.branch,
        criteria: snapshot.criteria,
        allows: snapshot.allows,
        labels: snapshot.labels,
        ledger: snapshot.ledger.place,
        first: false,
        notes: [],
        pr: state.pr === snapshot.pr ? state.pr : undefined,
    });
    const base = merge !== undefined && merged !== undefined && merge.startsWith(merged) ? { merge } : {};
    return { mode: 'finish', reason: '', hop: { ...hop, ...base }, known };
}
function same(a, b) {
    return a.seq === b.seq && a.attempt === b.attempt && a.agent === b.agent;
}
function openHop(flow, state, snapshot) {
    const due = (0,successor/* nextOf */.Xh)(flow, state);
    if (due !== undefined)
        return due;
    const again = (0,successor/* reopened */.ZK)(state);
    return again !== undefined && (liftsEnd(snapshot, state, again) || bringsPending(snapshot, state))
        ? again
        : undefined;
}
function liftsEnd(snapshot, state, again) {
    const { actor, dispatch, run } = snapshot;
    if (!actor.ownBot)
        return run > (0,successor/* newestFence */.or)(state);
    const named = named3(snapshot, dispatch);
    const repaired = dispatch.repair !== undefined && named?.agent !== undefined;
    return dispatch.resume !== undefined || (repaired && same(named, again));
}
function bringsPending({ actor, dispatch }, state) {
    const { last } = state;
    if (!actor.ownBot || last?.reason !== 'gates-pending')
        return false;
    return dispatch.facts.some((fact) => fact.kind === 'gate' && (0,names/* isRegistryGate */.ff)(fact.gate) && fact.sha === last.sha);
}
function isAsked({ actor, dispatch }) {
    return !actor.ownBot || dispatch.resume !== undefined;
}
function endMessage({ actor, run }, state) {
    const reason = state.last?.reason === undefined ? 'ready' : `needs-rework (${state.last.reason})`;
    const late = !actor.ownBot && (0,successor/* reopened */.ZK)(state) !== undefined && run <= (0,successor/* newestFence */.or)(state);
    const again = late ? '; this start was asked for before that, so look at the Ledger and start the flow again' : '';
    return `the flow has ended: ${reason}${again}`;
}
function laterHop({ flow, dispatch, commits, base }, state, open) {
    for (const { sha, hop } of commits ?? []) {
        if (sha === (state.base ?? base.head))
            return undefined;
        const [name, subject, seq, , attempt] = hop?.split('/') ?? [];
        if (name !== flow.flow || subject !== String(dispatch.subject))
            continue;
        return Number(seq) > open.seq ? `${seq}.${attempt}` : undefined;
    }
    return undefined;
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
    const issue = (0,contract_pin/* heldTo */.lD)(snapshot.flow, snapshot.contract ?? { kind: 'none' });
    const contract = (0,contract_pin/* judgeContract */.al)(issue, state, isAsked(snapshot));
    const reason = refusal(snapshot, state, expected, verify, open, contract);
    const stopped = contract.refusal !== undefined && contract.refusal === reason ? contract : undefined;
    const planned = planHop({
        flow: snapshot.flow,
        profile: snapshot.profile,
        built: snapshot.built,
        state,
        hop: open,
        subject: snapshot.dispatch.subject,
        fence: snapshot.run,
        resume: snapshot.dispatch.resume,
        head,
        base,
        baseBranch: snapshot.base.branch,
        baseHead: snapshot.base.head,
        branch,
        criteria: snapshot.criteria,
        allows: snapshot.allows,
        labels: snapshot.labels,
        ledger: snapshot.ledger.place,
        first: snapshot.commits === undefined || (verify && state.head === undefined),
        notes: stopped === undefined ? snapshot.ledger.notes : [stopped.note, ...snapshot.ledger.notes],
        contract: contract.refusal === undefined ? contract.contract : undefined,
        pr: state.pr === snapshot.pr ? state.pr : undefined,
    });
    const hop = stopped?.met === undefined ? planned : { ...planned, 'contract-met': stopped.met };
    return { mode: reason === '' ? (verify ? 'verify-only' : 'run') : 'refuse', reason, hop, known };
}
function refusal(snapshot, state, expected, verify, open, contract) {
    if (snapshot.hold?.kind === 'stop')
        return 'stopped';
    if (open.seq > names/* HOP_LIMIT */.Ix)
        return 'hop-limit';
    if ((snapshot.dispatch.repair ?? 0) > diagnose/* REPAIR_LIMIT */.mE)
        return 'dispatch-exhausted';
    if (!snapshot.issue.open)
        return 'subject-closed';
    if (contract.refusal !== undefined)
        return contract.refusal;
    const { commits } = snapshot;
    const begun = state.head !== undefined && state.head !== state.base;
    if (!begun) {
        if (commits === undefined || verify)
            return '';
        const own = `${snapshot.flow.flow}/${snapshot.dispatch.subject}/`;
        const lost = commits[0]?.hop?.startsWith(own) === true && commits.some((commit) => commit.sha === expected);
        return !lost ? 'history-rewritten' : open.redo > 0 ? '' : 'stale-head';
    }
    if (commits === undefined || !commits.some((commit) => commit.sha === expected))
        return 'history-rewritten';
    if (verify || open.redo > 0)
        return '';
    return commits[0].sha === expected ? '' : 'stale-head';
}

// EXTERNAL MODULE: ./build/js/src/flow/criteria.js
var criteria = __webpack_require__(8322);
// EXTERNAL MODULE: ./build/js/src/runtime/contract-text.js + 1 modules
var contract_text = __webpack_require__(9618);
// EXTERNAL MODULE: ./build/js/src/runtime/github/client.js + 1 modules
var client = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 3 modules
var github_host = __webpack_require__(2798);
// EXTERNAL MODULE: ./build/js/src/runtime/github/quota.js
var quota = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/read-state.js
var read_state = __webpack_require__(9376);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/admit.js















const ISSUE_CHARS = 60_000;
async function admitHop(inputs, world) {
    const { host } = world;
    const ownBot = world.actor === github_host/* OWN_BOT */.Ve;
    const [state, mayWrite, runs] = [
        await (0,read_state/* readState */.un)(inputs.subject, inputs, host, ownBot ? inputs : undefined),
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
            repair: inputs.repair,
            facts: (0,block/* decodeBlock */.Wq)(inputs.facts ?? '')?.facts ?? [],
            resume: inputs.resume,
        },
        resumeComment: await resumeComment(inputs, subject, host),
        hold: (0,core_hold/* holdOf */.nv)(inputs.subject, (0,core_hold/* labelsOf */.PC)(subject), inputs.paused),
        actor: { login: world.actor, ownBot, mayWrite },
        run: world.run,
        rerun: world.rerun,
        issue: subject.issue,
        ledger,
        checkFacts: state.checkFacts,
        base: subject.base,
        commits,
        runs,
        criteria: (0,criteria/* readCriteria */.o)(subject.issue?.body ?? ''),
        labels: [...(0,core_hold/* labelsOf */.PC)(subject)],
        allows: (0,allowance/* readAllowances */.Kt)(subject.issue?.body ?? ''),
        contract: contractOfIssue(subject.issue),
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
            known: (0,block/* encodeBlockWithin */.r6)(known, render/* LEDGER_LIMIT */.wZ),
        },
    };
}
function contractOfIssue(issue) {
    if (issue === undefined)
        return { kind: 'none' };
    try {
        const contract = (0,contract_text/* parseContractMarkdown */.by)(issue.body, `#${issue.number}`);
        return contract === undefined ? { kind: 'none' } : { kind: 'read', contract };
    }
    catch (error) {
        if (!(error instanceof errors/* FlowError */.Tr) || error.code === 'bug')
            throw error;
        const { at = '', message, fix = '' } = error;
        return { kind: 'refused', why: `${at}: ${(0,core_text/* printable */.g$)(message, 90)}; ${(0,core_text/* printable */.g$)(fix, 80)}` };
    }
}
async function resumeComment(inputs, subject, host) {
    if (inputs.resume === undefined)
        return undefined;
    const found = await host.findComment(inputs.resume);
    if (found === undefined)
        return undefined;
    const here = found.number === inputs.subject || found.number === subject.pr?.number;
    const edited = found.edited || subject.comments.some(({ id, edited }) => id === found.id && edited !== undefined);
    return { ...found, edited, here, mayWrite: here && (await host.mayWrite(found.author)) };
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

/***/ 6062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  controlFlow: () => (/* binding */ controlFlow)
});

// UNUSED EXPORTS: perform, readControl

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/fold.js
var core_fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/core/hold.js
var core_hold = __webpack_require__(8683);
// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
// EXTERNAL MODULE: ./build/js/src/flow/control.js
var control = __webpack_require__(6186);
// EXTERNAL MODULE: ./build/js/src/flow/control-comment.js
var control_comment = __webpack_require__(5570);
// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
;// CONCATENATED MODULE: ./build/js/src/flow/rebuild.js

const REBUILD_COMMENT = '/flow rebuild';
function rebuildAnswer(outcome) {
    if (outcome.kind === 'running') {
        return `Not restored: run ${outcome.run.id} of this flow is not over, and a Ledger has one writer. Comment \`${REBUILD_COMMENT}\` again when it has ended.`;
    }
    if (outcome.kind === 'nothing')
        return 'Not restored: no copy holds a fact of this flow.';
    const { restored, url } = outcome;
    const { facts, lost, state } = restored;
    const held = `${counted(facts.length, 'fact')} of ${counted(state.hops.length, 'hop')}`;
    const alone = facts.filter(({ from }) => !from.includes('ledger')).length;
    const found = alone === 0 ? '' : `, ${alone === facts.length ? 'all' : alone} of them from Check Runs alone`;
    const ledger = url === '' ? 'The Ledger' : `[The Ledger](${url})`;
    const done = outcome.kind === 'written'
        ? `${ledger} is restored: ${held}${found}.`
        : `${ledger} holds all that its copies tell, ${held}: nothing was to be restored.`;
    if (lost.length === 0)
        return done;
    return [done, '', 'No copy tells any more:', '', ...lost.map((what) => `- ${(0,core_text/* markdown */.wD)(what, 400)}`)].join('\n');
}
function counted(count, thing) {
    return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./build/js/src/flow/known-facts.js
var known_facts = __webpack_require__(7594);
// EXTERNAL MODULE: ./build/js/src/flow/labels.js
var flow_labels = __webpack_require__(9784);
// EXTERNAL MODULE: ./build/js/src/core/run-name.js
var run_name = __webpack_require__(3413);
// EXTERNAL MODULE: ./build/js/src/flow/successor.js
var successor = __webpack_require__(7785);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 3 modules
var github_host = __webpack_require__(2798);
// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/once-only.js
var once_only = __webpack_require__(5672);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/read-state.js
var read_state = __webpack_require__(9376);
// EXTERNAL MODULE: ./build/js/src/core/flow.js
var flow = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/js/src/flow/copies.js
var flow_copies = __webpack_require__(2222);
// EXTERNAL MODULE: ./build/js/src/flow/criteria.js
var criteria = __webpack_require__(8322);
// EXTERNAL MODULE: ./build/js/src/flow/find-ledger.js
var find_ledger = __webpack_require__(716);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/read-copies.js




async function readAllCopies(subject, files, host) {
    const read = await (0,read_state/* readState */.un)(subject, files, host);
    const { comments, commits } = read.subject;
    const base = { flow: files.flow, subject, app: github_host.OWN_APP_SLUG, comments, commits };
    const first = (0,flow_copies/* readCopies */.QX)({ ...base, checks: [] });
    const oldest = (read.commits ?? []).findLastIndex((commit) => commit.hop !== undefined);
    const named = first.ledgers.flatMap(({ block }) => (block === undefined ? [] : (0,core_fold/* fold */.AU)(block.facts).facts));
    const shas = [...(read.commits ?? []).slice(0, oldest + 1), ...named.filter(({ kind }) => kind !== 'start')].map(({ sha }) => sha);
    const checks = [];
    for (const sha of new Set(shas)) {
        for (const { name, app, text } of await host.listChecks(sha))
            checks.push({ sha, name, app, text });
    }
    return { read, copies: (0,flow_copies/* readCopies */.QX)({ ...base, checks }) };
}

// EXTERNAL MODULE: ./build/js/src/runtime/flow/write-ledger.js + 1 modules
var write_ledger = __webpack_require__(9840);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/rebuild-ledger.js










const RUN_PAGES = 3;
async function planRebuild(inputs, host) {
    const { subject, flow } = inputs;
    const runs = await host.listRuns(inputs.workflow, RUN_PAGES);
    const run = aliveRun(runs, subject);
    if (run !== undefined)
        return { kind: 'running', run };
    const { read, copies } = await readAllCopies(subject, inputs, host);
    const restored = (0,flow_copies/* restore */.PF)(copies);
    const { state } = restored;
    if (state.hops.length === 0)
        return { kind: 'nothing' };
    const { comments, pr, defaultBranch } = read.subject;
    const found = (0,find_ledger/* findLedger */.z)(flow, subject, comments);
    const pull = state.pr !== undefined && pr?.number === state.pr ? state.pr : undefined;
    const hop = { flow, subject, branch: state.branch ?? defaultBranch };
    const view = viewOf(subject, read, pagesOf(runs), inputs.paused);
    const wanted = (0,render/* renderLedger */.wP)(state, { ...view, foreign: (0,write_ledger/* foreignText */.q)(hop, found.body) });
    const url = comments.find(({ id }) => id === found.place.comment)?.url ?? '';
    const inPlace = pull === undefined || found.place.on === 'pr';
    if (found.body === wanted && inPlace && found.duplicates.length === 0)
        return { kind: 'unchanged', restored, url };
    return { kind: 'needed', restored, url, write: { hop, facts: [], before: state.facts, found, pr: pull, view } };
}
async function rebuildLedger(inputs, world) {
    const { host } = world;
    const plan = await planRebuild(inputs, host);
    if (plan.kind !== 'needed')
        return plan;
    const { restored, write } = plan;
    const run = aliveRun(await host.listRuns(inputs.workflow, RUN_PAGES), inputs.subject);
    if (run !== undefined)
        return { kind: 'running', run };
    const { repository } = write.view;
    const { url } = await (0,write_ledger/* writeLedger */.X)(write, { ...world, repository, rerun: false });
    return { kind: 'written', restored, url };
}
function viewOf(subject, read, repository, paused) {
    const { issue } = read.subject;
    const hold = (0,core_hold/* holdOf */.nv)(subject, (0,core_hold/* labelsOf */.PC)(read.subject), paused);
    return {
        repository,
        required: (0,flow/* requiredGates */.g1)(read.flow),
        criteria: (0,criteria/* readCriteria */.o)(issue?.body ?? ''),
        hold: (0,core_hold/* pauseOf */.eY)(hold),
    };
}
function readsAsItsFacts(files, subject, { comment, block }, read, world) {
    if (block?.intact !== true)
        return false;
    const view = viewOf(subject, read, world.repository, world.paused);
    const foreign = foreignText({ flow: files.flow, subject }, comment.body);
    return [view, { ...view, hold: undefined }].some((shown) => renderLedger(fold(block.facts), { ...shown, foreign }) === comment.body);
}
function aliveRun(runs, subject) {
    return (0,run_name/* runsOf */.ky)(runs, subject).find((run) => run.alive);
}
function pagesOf(runs) {
    return runs.map(({ url }) => /^(.+)\/actions\/runs\/\d+/.exec(url)?.[1]).find((url) => url !== undefined) ?? '';
}

;// CONCATENATED MODULE: ./build/js/src/runtime/flow/control.js
















async function controlFlow(inputs, event, world) {
    const { host } = world;
    const nothing = (why) => {
        world.log(`nothing to do: ${why}`);
        return { command: '', subject: '', done: '' };
    };
    if (event.bot)
        return nothing('the comment is by a bot');
    const comment = await host.findComment(event.comment);
    if (comment === undefined || comment.number !== event.number)
        return nothing('the comment is not there any more');
    const command = (0,control_comment/* parseControlComment */.MW)(comment.body);
    if (command === undefined)
        return nothing('the comment does not speak to the flow');
    if (comment.edited)
        return nothing('the comment was edited');
    const thread = await host.listComments(event.number);
    if (thread.some((other) => other.author === github_host/* OWN_BOT */.Ve && other.body.startsWith((0,control/* answerMarker */.rz)(comment.id))))
        return nothing('the comment was answered already');
    const answer = async (text) => {
        await host.createComment(event.number, `${(0,control/* answerMarker */.rz)(comment.id)}\n${text}\n`);
    };
    const mayWrite = await host.mayWrite(comment.author);
    if (!mayWrite) {
        if (command !== 'unknown')
            await answer(control/* NOT_ALLOWED */.fX);
        return nothing('its author has no write permission');
    }
    const subject = event.onPull ? (subjectOf(inputs.flow, thread) ?? event.closes) : event.number;
    const state = subject === undefined ? undefined : await (0,read_state/* readState */.un)(subject, inputs, host);
    if (subject === undefined || (event.onPull && state?.subject.pr?.number !== event.number)) {
        await answer(control/* NO_FLOW */.pZ);
        return nothing('the pull request does not belong to a flow');
    }
    if (state.subject.comments.some(({ id, edited }) => id === comment.id && edited !== undefined))
        return nothing('the comment was edited');
    if (command === 'unknown') {
        await answer(control/* NO_COMMAND */.Q3);
        return nothing('the word after /flow is no command');
    }
    if (command === 'rebuild') {
        const outcome = await rebuildLedger({ ...inputs, subject, paused: inputs.paused }, world);
        await answer(rebuildAnswer(outcome));
        return { command, subject: String(subject), done: outcome.kind === 'written' ? 'yes' : outcome.kind };
    }
    const read = await readControl(subject, state, inputs, host);
    const plan = (0,control/* planControl */.lp)({
        ...read,
        command,
        comment: { ...comment, mayWrite, here: true },
        variable: inputs.paused,
    });
    try {
        const run = await perform(plan, { ...read, subject, comment: comment.id }, inputs.workflow, state, world);
        await answer(plan.answer);
        return { command, subject: String(subject), done: run === undefined ? 'yes' : `run ${run}` };
    }
    catch (error) {
        const status = (0,refusal/* statusOf */.c2)(error);
        if (status === undefined || status >= 500)
            throw error;
        await answer(`The host refused to do this (${status}). The log of this run says more.`);
        throw error;
    }
}
function subjectOf(flow, thread) {
    for (const { author, body } of thread) {
        const named = /^<!-- bitnet-flow:ledger flow=[a-z0-9-]+ subject=([1-9][0-9]{0,8}) -->/.exec(body)?.[1];
        if (author === github_host/* OWN_BOT */.Ve && named !== undefined && body.startsWith((0,render/* ledgerMarker */.Ae)(flow, Number(named))))
            return Number(named);
    }
    return undefined;
}
async function readControl(subject, read, { workflow, flow }, host) {
    const state = (0,core_fold/* fold */.AU)((0,known_facts/* knownFacts */.X)(flow, subject, read));
    return {
        subject,
        state,
        due: (0,successor/* nextOf */.Xh)(read.flow, state),
        labels: (0,core_hold/* labelsOf */.PC)(read.subject),
        running: (await aliveRuns(subject, workflow, host)).length > 0,
        start: `gh workflow run ${workflow} --field subject=${subject}`,
    };
}
async function aliveRuns(subject, workflow, host) {
    const runs = await host.listRuns(workflow);
    return (0,run_name/* runsOf */.ky)(runs, subject).filter((run) => run.alive);
}
async function perform(plan, { subject, comment }, workflow, { subject: { issue, pr, labels, defaultBranch } }, world) {
    const { host } = world;
    if (issue === undefined)
        throw new errors/* FlowError */.Tr('not-found', `there is no issue #${subject}`, { at: 'subject' });
    for (const name of plan.add) {
        const { color, description } = flow_labels/* LABELS */.kg[name];
        if (!labels.includes(name))
            await host.createLabel(name, color, description);
        await host.addLabels(subject, [name]);
    }
    for (const name of plan.remove) {
        if (issue.labels.includes(name))
            await host.removeLabel(subject, name);
        if (pr?.labels.includes(name) === true)
            await host.removeLabel(pr.number, name);
    }
    if (plan.dispatch === 'no')
        return undefined;
    const inputs = { subject: String(subject), ...(plan.dispatch === 'resume' ? { resume: String(comment) } : {}) };
    const look = async () => {
        world.log('the dispatch is in doubt: looking for its run');
        return (await aliveRuns(subject, workflow, host))[0]?.id;
    };
    return await (0,once_only/* onceOnly */.C)(() => host.dispatch(workflow, defaultBranch, inputs), look, world);
}


/***/ }),

/***/ 7608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eT: () => (/* binding */ createComment),
  vA: () => (/* binding */ writeLabels),
  pH: () => (/* binding */ writeProgress)
});

// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
// EXTERNAL MODULE: ./build/js/src/flow/labels.js
var labels = __webpack_require__(9784);
// EXTERNAL MODULE: ./build/js/src/flow/pull-request.js
var pull_request = __webpack_require__(2068);
;// CONCATENATED MODULE: ./build/js/src/flow/progress-comment.js

function progressMarker(flow, subject, agent) {
    return `<!-- bitnet-flow:progress flow=${flow} subject=${subject} agent=${agent} -->`;
}
function renderProgress(flow, subject, agent, text) {
    return `${progressMarker(flow, subject, agent)}\n**${agent}**\n\n${(0,pull_request/* inertMarkdown */.Ic)(text, 4_000)}\n`;
}

// EXTERNAL MODULE: ./build/js/src/runtime/flow/once-only.js
var once_only = __webpack_require__(5672);
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
    return await (0,once_only/* onceOnly */.C)(() => world.host.createComment(number, body), look, world);
}
async function writeLabels(hop, state, subject, pr, world, spare) {
    const { host } = world;
    const now = (0,render/* flowState */.uf)(state);
    const writes = [];
    for (const [name, { color, description }] of Object.entries(labels/* LABELS */.kg)) {
        if (!subject.labels.includes(name))
            writes.push(() => host.createLabel(name, color, description));
    }
    const targets = [[hop.subject, subject.issue.labels]];
    if (pr !== undefined)
        targets.push([pr, subject.pr?.labels ?? []]);
    for (const [number, current] of targets) {
        const { add, remove } = (0,labels/* labelChanges */.O9)(current, hop.flow, now, hop.contract?.risk === 'hot');
        if (add.length > 0)
            writes.push(() => addLabels(hop, number, add, world));
        for (const label of remove)
            writes.push(() => host.removeLabel(number, label));
    }
    for (const write of now === 'in-progress' ? writes.slice(0, spare) : writes)
        await write();
}
async function addLabels(hop, number, labels, world) {
    const add = async () => {
        await world.host.addLabels(number, labels);
        return true;
    };
    const look = async () => {
        const { issue, pr } = await world.host.readSubject(hop.subject, hop.branch);
        const there = (number === hop.subject ? issue : pr)?.labels ?? [];
        return labels.every((label) => there.includes(label)) ? true : undefined;
    };
    await (0,once_only/* onceOnly */.C)(add, look, world);
}


/***/ }),

/***/ 1958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ refusedDispatch),
/* harmony export */   YG: () => (/* binding */ dispatchHop),
/* harmony export */   oS: () => (/* binding */ dispatchNext),
/* harmony export */   x5: () => (/* binding */ startOfNext),
/* harmony export */   x8: () => (/* binding */ findDispatched)
/* harmony export */ });
/* harmony import */ var _core_fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5888);
/* harmony import */ var _core_ledger_block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9597);
/* harmony import */ var _core_run_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3413);
/* harmony import */ var _flow_writer_ends_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4075);
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8137);





const DISPATCH_FACTS = 30_000;
async function dispatchHop(workflow, ref, due, after, world) {
    const given = {
        subject: String(due.subject),
        seq: String(due.next.seq),
        attempt: String(due.next.attempt),
        agent: due.next.agent,
        head: due.head ?? '',
        facts: due.facts.length === 0 ? '' : (0,_core_ledger_block_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeBlockWithin */ .r6)(due.facts, DISPATCH_FACTS),
        chain: due.chain ?? '',
        ledger: due.ledger === undefined ? '' : String(due.ledger),
        repair: due.repair === 0 ? '' : String(due.repair),
        resume: due.resume === undefined ? '' : String(due.resume),
    };
    const inputs = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const title = (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .hopTitle */ .Aq)(due.subject, due.next, due.repair);
    for (let attempt = 0;; attempt++) {
        try {
            const id = await world.host.dispatch(workflow, ref, inputs);
            if (id !== undefined)
                return id;
        }
        catch (error) {
            if (((0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c2)(error) ?? 500) < 500 || attempt >= 2)
                throw error;
            world.log(`dispatch of ${title} is in doubt (${(0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c2)(error) ?? 'no answer'}): looking for its run`);
        }
        for (let look = 0; look < 3; look++) {
            await world.clock.sleep(world.pause * 2 ** look);
            const known = await findDispatched(workflow, due.subject, due.next, after, world.host);
            if (known !== undefined)
                return known;
        }
    }
}
async function findDispatched(workflow, subject, hop, after, host) {
    const runs = await host.listRuns(workflow);
    return runs.find((run) => (0,_core_run_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunOf */ .tf)(run.title, subject, hop) && run.id > after)?.id;
}
async function dispatchNext(workflow, hop, next, end, facts, ledger, subject, world) {
    const { chain, place } = ledger;
    const due = { subject: hop.subject, next, head: end.sha, facts, chain, ledger: place.comment, repair: 0 };
    return await dispatchHop(workflow, subject.defaultBranch, due, hop.fence, world);
}
function startOfNext(hop, next, end, run) {
    return {
        ...(0,_core_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .factOf */ .yD)({ ...hop, ...next }),
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
    const status = (0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c2)(error);
    if (status === undefined || status >= 500)
        return undefined;
    return (0,_flow_writer_ends_js__WEBPACK_IMPORTED_MODULE_3__/* .dispatchRefused */ .PN)(hop, next, end.sha, status);
}


/***/ }),

/***/ 2029:
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
// EXTERNAL MODULE: ./build/js/src/core/hold.js
var core_hold = __webpack_require__(8683);
// EXTERNAL MODULE: ./build/js/src/core/ledger/block.js
var ledger_block = __webpack_require__(9597);
// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
// EXTERNAL MODULE: ./build/js/src/core/result.js
var result = __webpack_require__(7708);
// EXTERNAL MODULE: ./build/js/src/core/strict-json.js
var strict_json = __webpack_require__(6822);
// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/js/src/flow/criteria.js
var flow_criteria = __webpack_require__(8322);
// EXTERNAL MODULE: ./build/js/src/flow/find-ledger.js
var find_ledger = __webpack_require__(716);
// EXTERNAL MODULE: ./build/js/src/flow/known-facts.js
var known_facts = __webpack_require__(7594);
// EXTERNAL MODULE: ./build/js/src/flow/public-safety.js
var public_safety = __webpack_require__(1001);
// EXTERNAL MODULE: ./build/js/src/flow/resume.js
var resume = __webpack_require__(604);
// EXTERNAL MODULE: ./build/js/src/flow/successor.js
var successor = __webpack_require__(7785);
;// CONCATENATED MODULE: ./build/js/src/flow/superseded.js

function isSuperseded(hop, end, known) {
    const record = (0,fold/* fold */.AU)(known).hops.find((other) => other.seq === hop.seq && other.attempt === hop.attempt);
    if (record?.end === undefined)
        return false;
    return record.starts.at(-1)?.fence !== hop.fence || outcome(record.end) !== outcome(end);
}
function outcome({ sha, status, reason, next }) {
    return [sha, status, reason ?? '', next.type, next.agent ?? ''].join(' ');
}

// EXTERNAL MODULE: ./build/js/src/runtime/approved-contract.js
var approved_contract = __webpack_require__(9725);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/conversation.js + 1 modules
var conversation = __webpack_require__(7608);
// EXTERNAL MODULE: ./build/js/src/core/run-name.js
var run_name = __webpack_require__(3413);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/dispatch-next.js
var dispatch_next = __webpack_require__(1958);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/write-ledger.js + 1 modules
var write_ledger = __webpack_require__(9840);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/announce.js







async function announce(workflow, recorded, world) {
    const { hop, facts, end, written, found, view, pr, subject, hold } = recorded;
    const next = (0,successor/* announcedBy */.dH)(hop, facts, end);
    const stay = { ledger: written, run: undefined };
    if (next === undefined)
        return stay;
    const record = (0,fold/* fold */.AU)(written.facts).hops.find((known) => known.seq === next.seq && known.attempt === next.attempt);
    if (record !== undefined && record.starts.length > 0)
        return stay;
    if (hold !== undefined) {
        world.log(`hop ${(0,run_name/* hopTitle */.Aq)(hop.subject, next)} waits, paused ${(0,core_hold/* holdText */.pL)(hold)}`);
        return stay;
    }
    if (end.until !== undefined) {
        world.log(`the host takes few more calls this hour: the next hop waits until ${end.until}`);
        return stay;
    }
    const again = (facts, verify) => {
        const place = { ...found, place: written.place, body: written.body, duplicates: [] };
        return (0,write_ledger/* writeLedger */.X)({ hop, facts, before: written.facts, found: place, pr, view }, world, verify);
    };
    try {
        const there = world.rerun ? await (0,dispatch_next/* findDispatched */.x8)(workflow, hop.subject, next, hop.fence, world.host) : undefined;
        const run = there ?? (await (0,dispatch_next/* dispatchNext */.oS)(workflow, hop, next, end, facts, written, subject, world));
        return { ledger: await again([(0,dispatch_next/* startOfNext */.x5)(hop, next, end, run)], false), run };
    }
    catch (error) {
        const stopped = (0,dispatch_next/* refusedDispatch */.Ng)(hop, next, end, error);
        if (stopped === undefined)
            throw error;
        const ledger = await again([recorded.sealed(stopped)], true);
        const now = await world.host.readSubject(hop.subject, hop.branch);
        await (0,conversation/* writeLabels */.vA)(hop, (0,fold/* fold */.AU)(ledger.facts), now, pr, world, 1);
        return { ledger, run: undefined };
    }
}

;// CONCATENATED MODULE: ./build/js/src/runtime/flow/finish-hop.js





async function finishHop(unfinished, world) {
    const { hop, facts, end, before, found, subject, hold, workflow, sealed } = unfinished;
    const pr = (0,fold/* fold */.AU)(before).pr === subject.pr?.number ? subject.pr?.number : undefined;
    const criteria = (0,flow_criteria/* readCriteria */.o)(subject.issue?.body ?? '');
    const view = { required: hop.required, criteria, repository: world.repository, hold };
    const block = (0,ledger_block/* decodeBlock */.Wq)(found.body);
    const written = block === undefined
        ? await (0,write_ledger/* writeLedger */.X)({ hop, facts, before, found, pr, view }, world)
        : { facts: before, place: found.place, body: found.body, url: '', chain: block.chain };
    const recorded = { hop, facts, end, written, found, view, pr, subject, hold, sealed };
    return { ...(await announce(workflow, recorded, world)), pr };
}

// EXTERNAL MODULE: ./build/js/src/core/attestation/region.js
var region = __webpack_require__(77);
// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/keep-attestation.js



const BODY_LIMIT = 65_000;
async function keepAttestation(pr, before, state, around, world) {
    const text = pr?.state === 'OPEN' ? (0,region/* attestationText */.an)(state, around) : undefined;
    const there = (0,region/* attestationIn */.IQ)(pr?.body ?? '');
    if (pr === undefined || text === undefined || there === text)
        return { writes: 0, note: undefined };
    const body = (0,region/* withAttestation */.Nq)(pr.body, text);
    if (body.length > BODY_LIMIT)
        return { writes: 0, note: 'no room for the attestation in the pull request' };
    try {
        await world.host.updatePullBody(pr.number, body);
    }
    catch (error) {
        const status = (0,refusal/* statusOf */.c2)(error);
        if (status === undefined || status >= 500)
            throw error;
        return { writes: 1, note: `attestation not written: ${status}` };
    }
    const ours = (0,region/* attestationText */.an)((0,fold/* fold */.AU)(before), around);
    return { writes: 1, note: there === ours ? undefined : 'attestation repaired' };
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/client.js + 1 modules
var client = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/src/runtime/github/quota.js
var quota = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/read-state.js
var read_state = __webpack_require__(9376);
// EXTERNAL MODULE: ./build/js/src/flow/pull-request.js
var pull_request = __webpack_require__(2068);
// EXTERNAL MODULE: ./build/js/src/flow/writer-ends.js
var writer_ends = __webpack_require__(4075);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/once-only.js
var once_only = __webpack_require__(5672);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/publish.js




function staleBeforePublication(hop, end, subject) {
    return (0,writer_ends/* staleAtPublication */.B$)(hop, end, subject.commits?.[0]?.sha);
}
async function publish(hop, end, state, result, subject, around, world) {
    const publishing = hop.stage === 'publish';
    if (subject.pr !== undefined && (hop.pr !== undefined || publishing))
        return withPr(end, subject.pr.number);
    const stands = end.status !== 'skipped' && end.next.agent !== undefined && end.next.agent !== hop.agent;
    if (!publishing || !stands)
        return { pr: undefined, end };
    const issue = { number: hop.subject, title: subject.issue.title };
    const text = (0,pull_request/* pullRequestText */.qA)(state, result?.pr, issue, around);
    try {
        const number = await (0,once_only/* onceOnly */.C)(() => world.host.openDraft(hop.branch, hop['base-branch'], text.title, text.body), async () => (await world.host.readSubject(hop.subject, hop.branch)).pr?.number, world);
        return withPr(end, number);
    }
    catch (error) {
        const status = (0,refusal/* statusOf */.c2)(error);
        if (status === undefined || status >= 500)
            throw error;
        return { pr: undefined, end: (0,writer_ends/* prRefused */.bz)(end, status) };
    }
}
function withPr(end, pr) {
    return { pr, end: end.pr === undefined ? { ...end, pr } : end };
}

// EXTERNAL MODULE: ./build/js/src/core/names.js
var names = __webpack_require__(8448);
// EXTERNAL MODULE: ./build/js/src/flow/required-table.js
var required_table = __webpack_require__(115);
// EXTERNAL MODULE: ./build/js/src/runtime/check-run.js
var check_run = __webpack_require__(7957);
// EXTERNAL MODULE: ./build/js/src/runtime/report.js
var report = __webpack_require__(8583);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 3 modules
var host = __webpack_require__(2798);
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
            bodies: gateBodies(counts, state, reports.get(fact.gate), explained(hop, fact, state)),
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
    const id = canonical?.id ?? (await (0,once_only/* onceOnly */.C)(make, look, world));
    const left = canonical === undefined ? more : missing(canonical, check);
    for (const next of left)
        await world.host.updateCheck(id, { ...next, external_id: check.externalId });
    for (const twin of twins.filter((twin) => !tells(twin, check)))
        await world.host.updateCheck(twin.id, { ...body, output: { ...first.output, annotations: [] } });
}
function tells(run, { externalId, bodies }) {
    const { conclusion, output } = bodies[0];
    const same = run.externalId === externalId && run.conclusion === conclusion && run.title === output.title;
    return same && run.summary === output.summary && run.text === (output.text ?? '');
}
function missing(run, check) {
    const [first] = check.bodies;
    const there = run.externalId === check.externalId ? run.annotations : 0;
    let sum = 0;
    const left = check.bodies.filter(({ output }) => (sum += output.annotations.length) > there);
    if (tells(run, check) || left.length === check.bodies.length)
        return left;
    return [{ ...first, output: { ...first.output, annotations: [] } }, ...left];
}
const NO_REPORT = { annotations: [], rows: [], text: '' };
function explained(hop, { gate, sha }, state) {
    return gate === 'required' ? (0,required_table/* requiredTable */.gH)((0,required_table/* requiredRows */.$F)(hop, sha, state), sha) : '';
}
function gateBodies(fact, state, report, more) {
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
        const summary = more === '' ? body.output.summary : `${body.output.summary}\n\n${more}`;
        return { ...body, output: { ...body.output, summary, text: `${human}${block}` } };
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

;// CONCATENATED MODULE: ./build/js/src/runtime/flow/ledger-update.js



























async function updateLedger(inputs, world) {
    const { hop } = inputs;
    const { host } = world;
    const own = readDecision(inputs.decision);
    host.client.door.allow(hop['public-names'] ?? []);
    const result = own.end.reason === 'public-safety' ? undefined : (0,public_safety/* safeResult */.lu)(readResult(inputs.result), hop);
    const subject = await host.readSubject(hop.subject, hop.branch);
    if (subject.issue === undefined)
        throw new errors/* FlowError */.Tr('not-found', `issue #${hop.subject} is gone`, { at: 'subject' });
    const found = (0,find_ledger/* findLedger */.z)(hop.flow, hop.subject, subject.comments);
    const others = await (0,read_state/* readOtherCopies */.WW)(host, subject, found, hop.ledger.comment !== undefined || !hop.first);
    const before = (0,known_facts/* knownFacts */.X)(hop.flow, hop.subject, { ledger: found, checkFacts: others }, knownBefore(inputs.known));
    const hold = (0,core_hold/* pauseOf */.eY)((0,core_hold/* holdOf */.nv)(hop.subject, (0,core_hold/* labelsOf */.PC)(subject), inputs.paused));
    const tool = world.tool === undefined ? {} : { tool: world.tool };
    const sealed = (end) => ({ ...(0,resume/* withSeen */.Wd)(end, subject.comments), ...tool });
    if (own.finish) {
        const unfinished = { hop, ...own, before, found, subject, hold, workflow: inputs.workflow, sealed };
        const { ledger, run, pr } = await finishHop(unfinished, world);
        return outputs(ledger, pr, run);
    }
    let end = staleBeforePublication(hop, own.end, subject);
    if (isSuperseded(hop, end, before)) {
        world.log(`superseded: hop ${hop.seq}.${hop.attempt} has ended already, nothing is written`);
        return { ledger: '', pr: '', run: '', state: (0,render/* flowState */.uf)((0,fold/* fold */.AU)(before)) };
    }
    for (const note of changedSince(hop, found))
        end = withNote(end, note);
    const draft = (0,fold/* fold */.AU)((0,fold/* unite */._f)(before, own.facts, [end]));
    const around = { contract: (0,approved_contract/* approvedContract */.I)(subject.issue.body, draft) };
    const published = await publish(hop, end, draft, result, subject, around, world);
    const { pr } = published;
    end = sealed(published.end);
    const body = hop.criteria && result?.acceptance_criteria
        ? (0,flow_criteria/* withCriteria */.E)(subject.issue.body, result.story, result.acceptance_criteria)
        : subject.issue.body;
    if (body !== subject.issue.body)
        await host.updateIssueBody(hop.subject, body);
    if (result?.progress !== undefined)
        await (0,conversation/* writeProgress */.pH)(hop, result.progress, subject, world);
    const facts = [...own.facts.filter((fact) => fact.kind !== 'end'), end];
    const state = (0,fold/* fold */.AU)((0,fold/* unite */._f)(before, facts));
    const attested = await keepAttestation(pr === undefined ? undefined : subject.pr, before, state, around, world);
    if (attested.note !== undefined)
        end = withNote(end, attested.note);
    const spent = attested.writes +
        (body === subject.issue.body ? 0 : 1) +
        (result?.progress === undefined ? 0 : 1) +
        (pr === subject.pr?.number ? 0 : 2);
    await (0,conversation/* writeLabels */.vA)(hop, state, subject, pr, world, Math.max(0, 1 - spent));
    const checks = await writeChecks({
        world,
        hop,
        facts,
        end,
        state,
        reports: (0,public_safety/* safeReports */.fg)(reportsOf(inputs), hop),
        fresh: end.sha !== hop.head && inputs.mode !== 'verify-only' && !world.rerun && !begunBefore(hop, before),
    });
    for (const note of checks.notes)
        end = withNote(end, note);
    if (checks.skipped !== undefined)
        end = withNote(end, `CHECK-SKIPPED: reason=${checks.skipped}`);
    const low = (0,successor/* announcedBy */.dH)(hop, facts, end) === undefined ? undefined : host.client.lowUntil(client/* HOP_CALLS */.EY);
    if (low !== undefined)
        end = { ...end, until: (0,quota/* utcSeconds */.kk)(low) };
    const view = { required: hop.required, criteria: (0,flow_criteria/* readCriteria */.o)(body), repository: world.repository, hold };
    const written = await (0,write_ledger/* writeLedger */.X)({ hop, facts: [...facts.slice(0, -1), end], before, found, pr, view }, world);
    const recorded = { hop, facts: [...facts.slice(0, -1), end], end, written, found, view, pr, subject, hold, sealed };
    const { ledger, run } = await announce(inputs.workflow, recorded, world);
    return outputs(ledger, pr, run);
}
function knownBefore(block) {
    return (0,ledger_block/* decodeBlock */.Wq)(block)?.facts ?? [];
}
function outputs(ledger, pr, run) {
    return {
        ledger: ledger.url,
        pr: pr === undefined ? '' : String(pr),
        run: run === undefined ? '' : String(run),
        state: (0,render/* flowState */.uf)((0,fold/* fold */.AU)(ledger.facts)),
    };
}
function readResult(text) {
    return text === '' ? undefined : result/* agentResultSchema */.M.safeParse(JSON.parse(text)).data;
}
function readDecision(text) {
    const value = (0,strict_json/* parseStrictJson */.R)(text, 'bad-fact', 'decision', 100_000);
    if (!Array.isArray(value.facts))
        throw new errors/* FlowError */.Tr('bad-fact', 'decision holds no facts', { at: 'decision' });
    const facts = value.facts.map((fact) => core_fact/* factSchema */.oZ.parse(fact));
    const end = facts.find((fact) => fact.kind === 'end');
    if (end === undefined)
        throw new errors/* FlowError */.Tr('bad-fact', 'decision holds no end', { at: 'decision' });
    return { facts, end, finish: value.finish === true };
}
function changedSince(hop, found) {
    const gone = found.body === '' && hop.ledger.comment !== undefined;
    return [...found.notes, ...(gone ? ['ledger rebuilt'] : [])].filter((note) => !hop.notes.includes(note));
}
function begunBefore(hop, before) {
    return before.some((fact) => fact.seq === hop.seq && fact.attempt === hop.attempt && (fact.kind !== 'start' || fact.fence !== hop.fence));
}
function withNote(end, note) {
    return { ...end, advisories: [(0,core_text/* shorten */.ml)(note, 200), ...(end.advisories ?? [])].slice(0, 3) };
}
function reportsOf(inputs) {
    const all = inputs;
    return new Map(Object.keys(all).flatMap((key) => key.startsWith('report-') && all[key] ? [[key.slice('report-'.length), String(all[key])]] : []));
}


/***/ }),

/***/ 5672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ onceOnly)
/* harmony export */ });
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8137);

const TRIES = 3;
async function onceOnly(make, look, { pause, clock }) {
    let doubt = false;
    for (let attempt = 1;; attempt++) {
        try {
            return await make();
        }
        catch (error) {
            doubt ||= ((0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error) ?? 500) >= 500;
            if (!doubt)
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


/***/ }),

/***/ 9376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Re: () => (/* binding */ withAllCopies),
/* harmony export */   WW: () => (/* binding */ readOtherCopies),
/* harmony export */   _5: () => (/* binding */ withNewestCopies),
/* harmony export */   ty: () => (/* binding */ chainBefore),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _core_fold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5281);
/* harmony import */ var _core_ledger_block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9597);
/* harmony import */ var _core_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8448);
/* harmony import */ var _flow_copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2222);
/* harmony import */ var _flow_find_ledger_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(716);
/* harmony import */ var _flow_trailers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7275);
/* harmony import */ var _flow_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7348);
/* harmony import */ var _github_host_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2798);
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8137);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4956);










async function readState(number, files, host, dispatched) {
    const profileNow = files['profile-file'] === undefined ? (0,_profile_js__WEBPACK_IMPORTED_MODULE_8__/* .loadProfile */ .i)(files.profile) : undefined;
    const branch = (0,_core_names_js__WEBPACK_IMPORTED_MODULE_2__/* .branchName */ .at)(profileNow?.branch.prefix ?? 'feat/', String(number));
    const read = await host.readSubject(number, branch, profileNow?.branch.base);
    const noted = (0,_core_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .AU)((0,_flow_find_ledger_js__WEBPACK_IMPORTED_MODULE_4__/* .findLedger */ .z)(files.flow, number, read.comments).facts);
    const at = noted.base ?? read.base.head;
    const flow = (0,_flow_file_js__WEBPACK_IMPORTED_MODULE_6__/* .loadFlow */ .j7)(files.flow, await optionalFile(host, files['flow-file'], at), files['flow-file']);
    const profile = profileNow ??
        (0,_profile_js__WEBPACK_IMPORTED_MODULE_8__/* .loadProfile */ .i)(files.profile, await optionalFile(host, files['profile-file'], at), files['profile-file']);
    host.client.door.allow(profile['public-names'] ?? []);
    const own = noted.branch ?? (0,_core_names_js__WEBPACK_IMPORTED_MODULE_2__/* .branchName */ .at)(profile.branch.prefix, String(number));
    const { base } = profile.branch;
    const subject = own === branch && base === profileNow?.branch.base ? read : await host.readSubject(number, own, base);
    const commits = flowCommits(subject);
    const found = (0,_flow_find_ledger_js__WEBPACK_IMPORTED_MODULE_4__/* .findLedger */ .z)(files.flow, number, subject.comments);
    const made = (commits ?? []).flatMap(({ hop }) => (hop === undefined ? [] : [Number(hop.split('/')[2])]));
    const lost = found.body === '' && (dispatched?.ledger !== undefined || made.length > 0);
    const gone = lost && (dispatched?.ledger !== undefined || made.some((seq) => seq > 1));
    const seen = gone ? [...found.notes, 'ledger rebuilt'] : found.notes;
    const ledger = lost ? { ...found, trusted: false, notes: seen } : found;
    const altered = dispatched !== undefined && ledger.trusted && changedSince(dispatched, found.facts);
    const behind = ledger.trusted && isBehind(commits, found.facts);
    const copies = ledger.trusted && !altered && !behind ? NO_COPIES : await factsOfChecks(host, commits ?? []);
    const notes = [
        ...ledger.notes,
        ...(altered ? ['ledger changed since the dispatch'] : []),
        ...(behind ? ['ledger behind the branch'] : []),
        ...copies.notes,
    ];
    return { flow, profile, subject, commits, ledger: { ...ledger, notes }, checkFacts: copies.facts };
}
async function withAllCopies(state, host) {
    if (state.checkFacts.length > 0)
        return state;
    return { ...state, checkFacts: (await factsOfChecks(host, state.commits ?? [])).facts };
}
async function withNewestCopies(state, head, host) {
    if (state.checkFacts.length > 0)
        return state;
    const tips = (state.commits ?? []).filter(({ sha }, at) => at === 0 || sha === head);
    return { ...state, checkFacts: (await factsOfCommits(host, tips)).facts };
}
function chainBefore(facts, hop) {
    return (0,_core_ledger_block_js__WEBPACK_IMPORTED_MODULE_1__/* .chainOf */ .dR)(facts.filter((fact) => fact.kind !== 'start' || fact.seq !== hop.seq || fact.attempt !== hop.attempt));
}
async function readOtherCopies(host, subject, found, begun) {
    const commits = flowCommits(subject);
    const whole = found.trusted && (found.body !== '' || !begun) && !isBehind(commits, found.facts);
    return whole ? [] : (await factsOfChecks(host, commits ?? [])).facts;
}
function isBehind(commits, facts) {
    if (facts.length === 0)
        return false;
    const newest = commits?.find((commit) => commit.hop !== undefined)?.hop?.split('/');
    if (newest === undefined)
        return false;
    const { flow, subject, last } = (0,_core_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .AU)(facts);
    return newest[0] === flow && newest[1] === String(subject) && Number(newest[2]) > (last?.seq ?? 0) + 1;
}
const NO_COPIES = { facts: [], notes: [] };
function changedSince(inputs, facts) {
    if (inputs.chain === undefined)
        return false;
    const chain = chainBefore(facts, { seq: inputs.seq ?? 0, attempt: inputs.attempt ?? 0 });
    return chain !== undefined && chain !== inputs.chain;
}
function flowCommits(subject) {
    return subject.commits?.map(({ sha, message }) => {
        const trailers = (0,_flow_trailers_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTrailers */ .aw)(message);
        return { sha, hop: trailers === undefined ? undefined : (0,_flow_trailers_js__WEBPACK_IMPORTED_MODULE_5__/* .renderHopId */ .JE)(trailers.hop) };
    });
}
async function optionalFile(host, path, ref) {
    return path === undefined ? undefined : ((await host.readFile(path, ref)) ?? '');
}
async function readable(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (!(0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .isChecksOff */ .Z)(error))
            throw error;
        return (0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .statusOf */ .c2)(error);
    }
}
async function factsOfChecks(host, commits) {
    const oldest = commits.findLastIndex((commit) => commit.hop !== undefined);
    return await factsOfCommits(host, commits.slice(0, oldest + 1));
}
async function factsOfCommits(host, commits) {
    const facts = [];
    let foreign = 0;
    for (const { sha } of commits) {
        const checks = await readable(host.listChecks(sha));
        if (typeof checks === 'number')
            return { facts, notes: [`checks-${checks}: their facts are not counted`] };
        for (const check of checks) {
            const gate = /:gate:(.+)$/.exec(check.name)?.[1];
            if (gate === undefined)
                continue;
            if (check.app !== _github_host_js__WEBPACK_IMPORTED_MODULE_7__.OWN_APP_SLUG) {
                foreign++;
                continue;
            }
            const block = (0,_core_ledger_block_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBlock */ .Wq)(check.text);
            if (block?.intact === true)
                facts.push(...block.facts.filter((fact) => (0,_flow_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .mayTell */ .rF)(gate, sha, fact)));
        }
    }
    return { facts, notes: foreign === 0 ? [] : [`foreign-check: ${foreign} not counted`] };
}


/***/ }),

/***/ 6282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweepFlows: () => (/* binding */ sweepFlows)
});

// EXTERNAL MODULE: ./build/js/src/core/fold.js
var fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/js/src/flow/diagnose.js
var diagnose = __webpack_require__(6267);
// EXTERNAL MODULE: ./build/js/src/flow/known-facts.js
var known_facts = __webpack_require__(7594);
// EXTERNAL MODULE: ./build/js/src/core/run-name.js
var run_name = __webpack_require__(3413);
;// CONCATENATED MODULE: ./build/js/src/flow/sweep-report.js

const WHY = {
    'no-start': 'was announced and never started',
    'run-ended-without-end': 'had a run that ended before it could say how',
    'run-absent': 'has a run that is not there',
    'first-hop-died': 'died before it left anything',
    'asked-by-comment': 'was asked for by a comment, and no run of it left anything',
};
function diagnosisText(diagnosis) {
    if (diagnosis === undefined)
        return 'not known';
    switch (diagnosis.kind) {
        case 'none':
            return 'no flow has begun';
        case 'ended':
            return `ended: ${diagnosis.state}${diagnosis.reason === undefined ? '' : ` (${diagnosis.reason})`}`;
        case 'running':
        case 'queued':
            return `${diagnosis.kind}: run ${diagnosis.run.id} (${diagnosis.run.title})`;
        case 'waiting': {
            const why = diagnosis.why === 'grace' ? 'seems to have stopped, left alone' : 'waits for the host';
            return `${hopName(diagnosis.due)} ${why} until ${diagnosis.until}`;
        }
        case 'closed':
            return `the issue is closed; ${hopName(diagnosis.due)} is due`;
        case 'paused':
            return `paused before ${hopName(diagnosis.due)}`;
        case 'stopped':
            return `to be stopped before ${hopName(diagnosis.due)}`;
        case 'stuck':
            return `${hopName(diagnosis.due)} ${WHY[diagnosis.why]}`;
        case 'exhausted':
            return `${hopName(diagnosis.due)} ${WHY[diagnosis.why]}, and ${diagnosis.repairs} repairs did not help`;
        case 'damaged':
            return `facts are missing: ${diagnosis.what}`;
    }
}
function actionText(one) {
    if (one.run !== undefined) {
        return `repair ${one.repair}${one.ends === true ? ', which ends the flow' : ''}: run ${one.run} dispatched`;
    }
    if (one.later !== undefined)
        return `left for the next sweep: ${one.later}`;
    if (one.failed !== undefined)
        return `failed: ${one.failed}`;
    if (!one.attention)
        return '';
    return one.diagnosis?.kind === 'damaged'
        ? `needs a person: bitnet-flow ledger rebuild ${one.subject}`
        : 'needs a person: see why its runs fail, then start the flow again on this issue';
}
function sweepLine(one) {
    const action = actionText(one);
    return `#${one.subject} ${diagnosisText(one.diagnosis)}${action === '' ? '' : `; ${action}`}`;
}
function sweptSummary(swept) {
    if (swept.length === 0)
        return 'No flow to look after.\n';
    const rows = swept.map((one) => `| #${one.subject} | ${(0,core_text/* tableCell */.xR)(diagnosisText(one.diagnosis))} | ${one.failed === undefined ? actionText(one) : (0,core_text/* tableCell */.xR)(actionText(one))} |`);
    return ['| Issue | Stands | Done |', '|---|---|---|', ...rows, ''].join('\n');
}
function hopName(due) {
    return `hop ${due.seq}.${due.attempt} ${due.agent}`;
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/client.js + 1 modules
var client = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 3 modules
var github_host = __webpack_require__(2798);
// EXTERNAL MODULE: ./build/js/src/runtime/github/quota.js
var quota = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/js/src/core/hold.js
var core_hold = __webpack_require__(8683);
// EXTERNAL MODULE: ./build/js/src/flow/control.js
var control = __webpack_require__(6186);
// EXTERNAL MODULE: ./build/js/src/flow/control-comment.js
var control_comment = __webpack_require__(5570);
// EXTERNAL MODULE: ./build/js/src/flow/resume.js
var resume = __webpack_require__(604);
// EXTERNAL MODULE: ./build/js/src/flow/successor.js
var successor = __webpack_require__(7785);
;// CONCATENATED MODULE: ./build/js/src/flow/open-resume.js




function commandsAfterEnd(state, comments) {
    if ((0,successor/* reopened */.ZK)(state) === undefined)
        return [];
    const seen = (0,resume/* lastSeen */.YO)(state);
    return comments
        .flatMap((comment) => {
        if (comment.own || comment.edited || comment.id <= seen)
            return [];
        const command = (0,control_comment/* parseControlComment */.MW)(comment.body);
        return command === undefined || command === 'unknown' || command === 'rebuild' ? [] : [{ command, comment }];
    })
        .sort((a, b) => b.comment.id - a.comment.id);
}
function isOpenResume(state, { command, comment }, comments) {
    if (command !== 'resume' || (0,resume/* wasUsed */.h7)(state, comment.id))
        return false;
    const marker = (0,control/* answerMarker */.rz)(comment.id);
    const answer = comments.find(({ own, body }) => own && body.startsWith(marker));
    return answer === undefined || answer.body.slice(marker.length).trimStart().startsWith(control/* RESUMED */.wK);
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/open-resume.js


const AUTHORS = 3;
async function openResume(state, given, host) {
    const comments = given.map((comment) => ({ ...comment, edited: comment.edited !== undefined }));
    const may = new Map();
    for (const spoken of commandsAfterEnd(state, comments)) {
        const { author } = spoken.comment;
        if (!may.has(author)) {
            if (may.size === AUTHORS)
                return undefined;
            may.set(author, await mayWrite(author, host));
        }
        if (may.get(author) === true)
            return isOpenResume(state, spoken, comments) ? spoken.comment : undefined;
    }
    return undefined;
}
async function mayWrite(login, host) {
    try {
        return await host.mayWrite(login);
    }
    catch (error) {
        if ((0,refusal/* statusOf */.c2)(error) !== 403)
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./build/js/src/runtime/flow/read-state.js
var read_state = __webpack_require__(9376);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/diagnosed.js








async function readDiagnosed(subject, inputs, runs, world) {
    const state = await (0,read_state/* readState */.un)(subject, inputs, world.host);
    const diagnosis = await judge(subject, state, runs, inputs, world);
    const known = (0,fold/* fold */.AU)((0,known_facts/* knownFacts */.X)(inputs.flow, subject, state));
    if (!(0,diagnose/* mayBeUnwritten */.h$)({ subject, state: known, runs }, diagnosis))
        return { state, diagnosis };
    const more = await (0,read_state/* withNewestCopies */._5)(state, known.head, world.host);
    if (!lacks(subject, state, more, inputs))
        return { state, diagnosis };
    return { state, diagnosis: await judge(subject, state, runs, inputs, world, true) };
}
function lacks(subject, ledger, all, { flow }) {
    const facts = (state) => (0,fold/* fold */.AU)((0,known_facts/* knownFacts */.X)(flow, subject, state));
    return (0,diagnose/* isUnwritten */.v1)(ledger.flow, facts(ledger), facts(all));
}
async function judge(subject, state, listed, inputs, { host, clock }, unwritten = false) {
    const known = (0,fold/* fold */.AU)((0,known_facts/* knownFacts */.X)(inputs.flow, subject, state));
    const { issue, comments } = state.subject;
    const hold = (0,core_hold/* holdOf */.nv)(subject, (0,core_hold/* labelsOf */.PC)(state.subject), inputs.paused);
    const runs = [...listed];
    const due = (0,successor/* nextOf */.Xh)(state.flow, known);
    const record = known.hops.find((hop) => hop.seq === due?.seq && hop.attempt === due.attempt);
    for (const { fence } of record?.starts ?? []) {
        const run = runs.some(({ id }) => id === fence) ? undefined : await host.readRun(inputs.workflow, fence);
        if (run !== undefined)
            runs.push(run);
    }
    const asked = hold === undefined ? await openResume(known, comments, host) : undefined;
    return (0,diagnose/* diagnose */.h4)({
        flow: state.flow,
        subject,
        state: known,
        unwritten,
        issue,
        bot: github_host/* OWN_BOT */.Ve,
        commits: state.commits,
        runs,
        hold,
        resume: asked,
        updated: comments.find(({ id }) => id === state.ledger.place.comment)?.edited?.at,
        now: clock.now(),
        grace: inputs.grace * 60_000,
    });
}

// EXTERNAL MODULE: ./build/js/src/runtime/flow/dispatch-next.js
var dispatch_next = __webpack_require__(1958);
;// CONCATENATED MODULE: ./build/js/src/runtime/flow/sweep.js












const RUN_PAGES = 3;
const REPAIRS_PER_SWEEP = 10;
const SUBJECTS_PER_SWEEP = 30;
const CALLS_PER_SWEEP = 300;
async function sweepFlows(inputs, world) {
    const { host } = world;
    const elsewhere = inputs['current-flow'] !== undefined && inputs['current-flow'] !== inputs.flow;
    if (elsewhere)
        world.log(`nothing to do: CURRENT_FLOW is ${(0,core_text/* printable */.g$)(inputs['current-flow'], 40)}`);
    const found = elsewhere ? NOTHING : await orLater(() => findFlows(inputs, host), NOTHING, world);
    const { runs, subjects } = found;
    if (subjects.length > SUBJECTS_PER_SWEEP)
        world.log(`${subjects.length} flows, ${SUBJECTS_PER_SWEEP} of them in this sweep`);
    const swept = [];
    for (const subject of turn(subjects, world.clock.now()).slice(0, SUBJECTS_PER_SWEEP)) {
        if (host.client.calls > CALLS_PER_SWEEP) {
            world.log(`${host.client.calls} calls made: the next sweep goes on`);
            break;
        }
        const free = swept.filter((one) => one.run !== undefined).length < REPAIRS_PER_SWEEP;
        const one = await orLater(() => sweepOne(subject, runs, free, inputs, world), undefined, world);
        if (one === undefined)
            break;
        swept.push(one);
        world.log(sweepLine(one));
    }
    const numbers = (of) => swept
        .filter(of)
        .map(({ subject }) => subject)
        .join(',');
    return {
        outputs: { repaired: numbers((one) => one.run !== undefined), attention: numbers((one) => one.attention) },
        summary: sweptSummary(swept),
        swept,
    };
}
const NOTHING = { runs: [], subjects: [] };
async function findFlows(inputs, host) {
    const runs = await trusted(await host.listRuns(inputs.workflow, RUN_PAGES), host);
    return { runs, subjects: await subjectsOf(inputs, runs, host) };
}
async function orLater(action, otherwise, { log }) {
    try {
        return await action();
    }
    catch (error) {
        if (!(error instanceof quota/* HostLimitError */.Kq))
            throw error;
        log(`${error.message}: a later sweep goes on`);
        return otherwise;
    }
}
async function trusted(runs, host) {
    const actors = [...new Set(runs.filter((run) => (0,run_name/* parseRunTitle */.VG)(run.title)?.seq === 0).map((run) => run.actor))];
    const may = new Map([[github_host/* OWN_BOT */.Ve, true]]);
    for (const actor of actors)
        if (!may.has(actor))
            may.set(actor, await host.mayWrite(actor));
    return runs.filter((run) => may.get(run.actor) !== false);
}
async function subjectsOf(inputs, runs, host) {
    if (inputs.subject !== undefined)
        return [inputs.subject];
    const recent = new Set(runs.flatMap((run) => (0,run_name/* parseRunTitle */.VG)(run.title)?.subject ?? []));
    const issues = await host.listIssues(`flow:${inputs.flow}`);
    const open = issues.filter(({ number, labels }) => recent.has(number) || !labels.some((name) => /^state:(ready|needs-rework)$/.test(name)));
    return [...new Set([...recent, ...open.map(({ number }) => number)])].sort((a, b) => a - b);
}
function turn(subjects, now) {
    const by = subjects.length <= SUBJECTS_PER_SWEEP ? 0 : Math.floor(now / 60_000) % subjects.length;
    return [...subjects.slice(by), ...subjects.slice(0, by)];
}
async function sweepOne(subject, runs, free, inputs, world) {
    const { host } = world;
    try {
        const seen = await readDiagnosed(subject, inputs, runs, world);
        const { diagnosis } = seen;
        if (diagnosis.kind === 'exhausted' || diagnosis.kind === 'damaged')
            return { subject, diagnosis, attention: true };
        if (diagnosis.kind !== 'stuck' && diagnosis.kind !== 'stopped')
            return { subject, diagnosis, attention: false };
        if (!free)
            return { subject, diagnosis, attention: false, later: `${REPAIRS_PER_SWEEP} repairs a sweep` };
        const low = host.client.lowUntil(client/* HOP_CALLS */.EY);
        if (low !== undefined) {
            return { subject, diagnosis, attention: false, later: `the host takes few more calls until ${(0,quota/* utcSeconds */.kk)(low)}` };
        }
        return await repair(subject, seen, inputs, world);
    }
    catch (error) {
        if (error instanceof quota/* HostLimitError */.Kq)
            throw error;
        const failed = (0,core_text/* printable */.g$)(error instanceof Error ? error.message : String(error), 200);
        return { subject, diagnosis: undefined, failed, attention: true };
    }
}
async function repair(subject, seen, inputs, world) {
    const { host } = world;
    const all = await (0,read_state/* withAllCopies */.Re)(seen.state, host);
    const runs = await trusted(await host.listRuns(inputs.workflow), host);
    const newest = await judge(subject, all, runs, inputs, world);
    const written = newest.kind !== 'ended';
    const state = written ? all : seen.state;
    const diagnosis = written
        ? newest
        : await judge(subject, state, runs, inputs, world, lacks(subject, state, all, inputs));
    if (diagnosis.kind !== 'stuck' && diagnosis.kind !== 'stopped') {
        return { subject, diagnosis, attention: diagnosis.kind === 'exhausted' || diagnosis.kind === 'damaged' };
    }
    const facts = (0,known_facts/* knownFacts */.X)(inputs.flow, subject, state);
    const number = diagnosis.repairs + 1;
    const due = {
        subject,
        next: diagnosis.due,
        head: (0,fold/* fold */.AU)(facts).head,
        facts,
        chain: (0,read_state/* chainBefore */.ty)(facts, diagnosis.due),
        ledger: state.ledger.place.comment,
        repair: number,
        resume: diagnosis.resume,
    };
    const after = Math.max(0, ...runs.map((run) => run.id));
    const run = await (0,dispatch_next/* dispatchHop */.YG)(inputs.workflow, state.subject.defaultBranch, due, after, world);
    return { subject, diagnosis, attention: false, run, repair: number, ends: number > diagnose/* REPAIR_LIMIT */.mE };
}


/***/ }),

/***/ 9840:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ foreignText),
  X: () => (/* binding */ writeLedger)
});

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/fold.js
var fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/core/ledger/anchors.js
var ledger_anchors = __webpack_require__(5854);
// EXTERNAL MODULE: ./build/js/src/core/ledger/block.js
var block = __webpack_require__(9597);
// EXTERNAL MODULE: ./build/js/src/core/ledger/render.js
var render = __webpack_require__(3806);
;// CONCATENATED MODULE: ./build/js/src/core/ledger/pointer.js

function renderPointer(flow, subject, pr) {
    const marker = (0,render/* ledgerMarker */.Ae)(flow, subject).replace('bitnet-flow:ledger', 'bitnet-flow:ledger-moved');
    return `${marker}\nThe Ledger of ${flow} for this issue lies on #${pr}.\n`;
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/conversation.js + 1 modules
var conversation = __webpack_require__(7608);
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
        const known = id === undefined ? undefined : await there(host.updateComment(id, body).then(() => true));
        const made = known === undefined ? await (0,conversation/* createComment */.eT)(hop, number, body, world) : undefined;
        if (made !== undefined)
            ({ id, url } = made);
        if (!verify || (made !== undefined && url !== ''))
            break;
        const seen = await there(host.readComment(id));
        url = seen === undefined ? '' : seen.url;
        const held = seen === undefined ? undefined : (0,block/* decodeBlock */.Wq)(seen.body);
        if (held?.intact === true && (0,fold/* unite */._f)(held.facts, facts).length === held.facts.length)
            break;
        if (attempt === VERIFY_LIMIT - 1) {
            throw new errors/* FlowError */.Tr('bad-ledger', `the Ledger does not hold its facts after ${VERIFY_LIMIT} writes`, {
                at: `comment ${id}`,
                fix: 'start the subject again; facts are kept in Check Runs and commits',
            });
        }
        if (seen === undefined)
            id = undefined;
        facts = (0,fold/* unite */._f)(facts, held?.intact === true ? held.facts : []);
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
    return { facts, place, body, url, chain: (0,block/* decodeBlock */.Wq)(body).chain };
}
async function there(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,refusal/* statusOf */.c2)(error) !== 404)
            throw error;
        return undefined;
    }
}
function foreignText(hop, body) {
    if (body === '')
        return '';
    const own = [(0,render/* ledgerMarker */.Ae)(hop.flow, hop.subject), (0,render/* ledgerHeading */.S$)(hop.flow, hop.subject)];
    const human = body.split('<!-- facts:v1')[0] ?? '';
    const tail = body.split('facts:end -->')[1] ?? '';
    return (0,ledger_anchors/* splitAnchored */.V7)(`${human}\n${tail}`, render/* SECTIONS */.bP, own).foreign;
}


/***/ }),

/***/ 6670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w0: () => (/* binding */ GRAPHQL),
  EY: () => (/* binding */ HOP_CALLS),
  SURVEY_CALLS: () => (/* binding */ SURVEY_CALLS),
  oe: () => (/* binding */ SerialClient),
  XI: () => (/* binding */ WRITE_SPACING_MS),
  waitLine: () => (/* binding */ waitLine)
});

// UNUSED EXPORTS: COMMAND_CALLS, JOB_CALLS

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/public-safety/scanned.js + 1 modules
var scanned = __webpack_require__(112);
;// CONCATENATED MODULE: ./build/js/src/runtime/github/door.js

const STANDING = 400;
class Door {
    #allow = [];
    #standing = [];
    allow(names) {
        this.#allow = names;
    }
    stands(...texts) {
        this.#standing.push(...texts);
        if (this.#standing.length > STANDING)
            this.#standing.splice(0, this.#standing.length - STANDING);
    }
    pass(route, parameters) {
        if (!carries(route, parameters))
            return (0,scanned/* question */.b1)(parameters);
        return (0,scanned/* scanned */.zi)(route, parameters, { allow: this.#allow, standing: this.#standing });
    }
}
function carries(route, parameters) {
    if (!route.endsWith(' /graphql'))
        return !/^(?:GET|HEAD) /.test(route);
    return typeof parameters['query'] !== 'string' || !/^\s*query\b/.test(parameters['query']);
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/quota.js
var github_quota = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
;// CONCATENATED MODULE: ./build/js/src/runtime/github/client.js




const GRAPHQL = 'POST /graphql';
const WRITE_SPACING_MS = 1_000;
const RETRY_BUDGET_MS = 120_000;
const HOP_CALLS = 60;
const JOB_CALLS = {
    calls: 400,
    who: 'this job',
    fix: 'look at the log for a call that is repeated; start the subject again',
};
const SURVEY_CALLS = {
    ...JOB_CALLS,
    fix: 'there are more open contracts and pull requests than a job may ask about: close what is over; `bitnet-flow board` and `bitnet-flow merge plan` read more, with the token of a person',
};
const COMMAND_CALLS = {
    calls: 4_500,
    who: 'this command',
    fix: 'there are more open contracts and pull requests than a person may ask about in an hour: close what is over',
};
const FAULT_WAIT_MS = 250;
const FAULT_RETRIES = 4;
const LIMIT_WAIT_MS = 1_000;
class SerialClient {
    waits = [];
    door = new Door();
    #options;
    #quotas = new Map();
    #calls = 0;
    #lastWrite = Number.NEGATIVE_INFINITY;
    #last = Promise.resolve();
    constructor(options) {
        this.#options = options;
    }
    get calls() {
        return this.#calls;
    }
    lowUntil(reserve) {
        const low = [...this.#quotas.values()].filter(({ remaining, resetAt }) => remaining < reserve && resetAt > this.#options.clock.now());
        return low.length === 0 ? undefined : Math.max(...low.map(({ resetAt }) => resetAt));
    }
    async call(route, parameters) {
        const passed = this.door.pass(route, parameters);
        const mine = this.#last.then(() => this.#serial(route, passed));
        this.#last = mine.catch(() => undefined);
        return await mine;
    }
    async #serial(route, parameters) {
        const { clock, spacing } = this.#options;
        const write = route !== GRAPHQL && !route.startsWith('GET ');
        if (write && spacing > 0) {
            const pause = this.#lastWrite + spacing - clock.now();
            if (pause > 0)
                await clock.sleep(pause);
        }
        try {
            return await this.#repeated(route, parameters, write && route.startsWith('POST '));
        }
        finally {
            if (write)
                this.#lastWrite = clock.now();
        }
    }
    async #repeated(route, parameters, once) {
        const { clock } = this.#options;
        const deadline = clock.now() + RETRY_BUDGET_MS;
        for (let attempt = 0;; attempt++) {
            try {
                return (await this.#one(route, parameters)).data;
            }
            catch (error) {
                const wait = this.#waitFor(error, route, once, attempt);
                if (wait === undefined)
                    throw error;
                if (clock.now() + wait.ms > deadline) {
                    if (wait.why === 'fault')
                        throw error;
                    throw new github_quota/* HostLimitError */.Kq(route, clock.now() + wait.ms, error);
                }
                this.waits.push(wait);
                this.#options.onWait?.(wait);
                await clock.sleep(wait.ms);
            }
        }
    }
    async #one(route, parameters) {
        const { calls, who, fix } = this.#options.budget ?? JOB_CALLS;
        if (this.#calls >= calls) {
            throw new errors/* FlowError */.Tr('host', `${route}: ${who} has made its ${calls} calls`, { at: 'budget of calls', fix });
        }
        this.#calls++;
        try {
            const answer = await this.#options.transport.request(route, parameters);
            this.#note(answer.headers);
            if (route === GRAPHQL)
                refuseBroken(answer);
            return answer;
        }
        catch (error) {
            this.#note((0,refusal/* headersOf */.Yl)(error));
            throw error;
        }
    }
    #note(headers) {
        const seen = (0,github_quota/* readQuota */.$s)(headers);
        if (seen !== undefined)
            this.#quotas.set(seen.resource, seen.quota);
    }
    #waitFor(error, call, once, attempt) {
        const status = (0,refusal/* statusOf */.c2)(error);
        if (status === 429 || (0,refusal/* isRateLimit */.a5)(error)) {
            const headers = (0,refusal/* headersOf */.Yl)(error);
            const after = Number(headers['retry-after']);
            if (Number.isFinite(after) && after > 0)
                return { call, ms: after * 1000, why: 'retry-after' };
            const quota = (0,github_quota/* readQuota */.$s)(headers)?.quota;
            const left = quota?.remaining === 0 ? quota.resetAt - this.#options.clock.now() : 0;
            if (left > 0)
                return { call, ms: left, why: 'reset' };
            return { call, ms: LIMIT_WAIT_MS * 2 ** attempt, why: 'limit' };
        }
        if (error instanceof errors/* FlowError */.Tr)
            return undefined;
        const again = !once && (status === undefined || status >= 500) && attempt < FAULT_RETRIES;
        return again ? { call, ms: FAULT_WAIT_MS * 2 ** attempt, why: 'fault' } : undefined;
    }
}
const FAULTS = [undefined, 'SERVICE_UNAVAILABLE'];
function refuseBroken(answer) {
    const { data, errors } = answer.data;
    const limited = errors?.some(({ type }) => type === 'RATE_LIMITED') === true;
    const faulty = errors?.some(({ type }) => FAULTS.includes(type)) === true;
    if (!limited && !faulty && data !== null && data !== undefined)
        return;
    const said = errors?.map(({ message }) => message).join('; ') ?? 'no data';
    const status = limited ? 429 : faulty || errors === undefined ? 502 : 422;
    throw Object.assign(new Error(`graphql: ${said}`), { status, response: { headers: answer.headers } });
}
const WHY = {
    'retry-after': 'the host said Retry-After',
    reset: 'the hourly limit is used up',
    limit: 'the host limits calls',
    fault: 'the host failed or gave no answer',
};
function waitLine({ call, ms, why }) {
    return `waiting ${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s before ${call} again: ${WHY[why]}`;
}


/***/ }),

/***/ 2798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHubHost: () => (/* binding */ GitHubHost),
  OWN_APP_SLUG: () => (/* binding */ OWN_APP_SLUG),
  Ve: () => (/* binding */ OWN_BOT)
});

// UNUSED EXPORTS: connect, hostError

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var core_errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/runtime/github/client.js + 1 modules
var client = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/src/runtime/github/loopback.js
var loopback = __webpack_require__(2280);
// EXTERNAL MODULE: ./build/js/node_modules/@actions/github/lib/github.js + 19 modules
var github = __webpack_require__(5041);
// EXTERNAL MODULE: ./build/js/node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(8180);
;// CONCATENATED MODULE: ./build/js/src/runtime/github/toolkit-fetch.js

const toolkit_fetch_client = new lib/* HttpClient */.Qq(undefined, [], { keepAlive: true });
async function toolkitFetch(url, question = {}) {
    const { method = 'GET', body, headers } = question;
    const answer = await toolkit_fetch_client.request(method, url, body ?? null, { ...headers });
    const { statusCode, headers: given } = answer.message;
    const text = await answer.readBody();
    return {
        status: statusCode ?? 0,
        url,
        headers: new Map(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))),
        text: () => Promise.resolve(text),
        arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
    };
}

;// CONCATENATED MODULE: ./build/js/src/runtime/github/octokit.js



function octokitTransport(token, apiUrl) {
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, request: { fetch: toolkitFetch } });
    const graphql = { baseUrl: apiUrl.replace(/\/api\/v3\/?$/, '/api') };
    return {
        request: async (route, parameters) => await octokit.request(route, { ...parameters, ...(route === client/* GRAPHQL */.w0 ? graphql : {}) }),
    };
}

// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
;// CONCATENATED MODULE: ./build/js/src/runtime/github/subject-query.js
const SUBJECT_QUERY = `
query Subject($owner: String!, $name: String!, $number: Int!, $branch: String!, $ref: String!, $base: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    base: ref(qualifiedName: $base) { name target { oid } }
    labels(first: 100) { nodes { name } }
    issue(number: $number) {
      title
      body
      state
      author { login }
      labels(first: 100) { nodes { name } }
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body url author { __typename login } editor { login } createdAt lastEditedAt viewerDidAuthor }
      }
    }
    ref(qualifiedName: $ref) { target { oid ... on Commit { history(first: 100) { nodes { oid message } } } } }
    pullRequests(headRefName: $branch, first: 10) {
      nodes {
        number
        body
        state
        isDraft
        author { __typename login }
        viewerDidAuthor
        labels(first: 100) { nodes { name } }
        comments(first: 100) { nodes { databaseId body url author { __typename login } editor { login } createdAt lastEditedAt viewerDidAuthor } }
      }
    }
  }
}`;

// EXTERNAL MODULE: ./build/js/src/runtime/github/transport.js
var transport = __webpack_require__(412);
;// CONCATENATED MODULE: ./build/js/src/runtime/github/host.js







const OWN_APP_SLUG = 'github-actions';
const OWN_BOT = 'github-actions[bot]';
function connect({ token, apiUrl, budget, onWait }) {
    return new client/* SerialClient */.oe({
        transport: octokitTransport(token, apiUrl),
        clock: transport/* realClock */.d,
        spacing: (0,loopback/* isLoopback */.U)(apiUrl) ? 0 : client/* WRITE_SPACING_MS */.XI,
        ...(budget === undefined ? {} : { budget }),
        ...(onWait === undefined ? {} : { onWait }),
    });
}
class GitHubHost {
    owner;
    repo;
    client;
    #onlooker;
    constructor(options, client = connect(options)) {
        this.owner = options.owner;
        this.repo = options.repo;
        this.client = client;
        this.#onlooker = options.onlooker === true;
    }
    async readSubject(number, branch, base) {
        const comments = [];
        let answer;
        let after = null;
        do {
            const variables = {
                owner: this.owner,
                name: this.repo,
                number,
                branch,
                ref: `refs/heads/${branch}`,
                base: base === undefined ? 'HEAD' : `refs/heads/${base}`,
                after,
            };
            const page = subjectAnswer(await this.client.call(client/* GRAPHQL */.w0, { query: SUBJECT_QUERY, variables }));
            answer ??= page.repository;
            const nodes = page.repository.issue?.comments;
            comments.push(...(nodes?.nodes ?? []).map((node) => this.#toComment(node, 'issue', number)));
            after = nodes?.pageInfo.hasNextPage ? nodes.pageInfo.endCursor : null;
        } while (after !== null);
        const { issue, defaultBranchRef, ref, pullRequests } = answer;
        const from = base === undefined ? defaultBranchRef : answer.base;
        if (from === null) {
            throw new core_errors/* FlowError */.Tr('not-found', `there is no branch ${base}`, {
                at: 'branch.base of the profile',
                fix: 'name a branch of the repository, or leave it out',
            });
        }
        const pulls = pullRequests.nodes.filter((node) => this.#isOwn(node));
        const closed = this.#onlooker ? [...pulls].sort((a, b) => b.number - a.number)[0] : undefined;
        const pr = pulls.find((node) => node.state === 'OPEN') ?? closed;
        if (pr)
            comments.push(...pr.comments.nodes.map((node) => this.#toComment(node, 'pr', pr.number)));
        this.client.door.stands(...[issue?.title ?? '', issue?.body ?? '', ...comments.map(({ body }) => body)], ...(ref?.target.history?.nodes.map((node) => node.message) ?? []));
        return {
            issue: issue
                ? {
                    number,
                    title: issue.title,
                    body: issue.body,
                    open: issue.state === 'OPEN',
                    author: issue.author?.login ?? 'ghost',
                    labels: issue.labels.nodes.map((label) => label.name),
                }
                : undefined,
            labels: answer.labels.nodes.map((label) => label.name),
            comments,
            base: { branch: from.name, head: from.target.oid },
            defaultBranch: defaultBranchRef.name,
            commits: ref?.target.history?.nodes.map((node) => ({ sha: node.oid, message: node.message })),
            pr: pr
                ? {
                    number: pr.number,
                    draft: pr.isDraft,
                    labels: pr.labels.nodes.map((label) => label.name),
                    state: pr.state,
                    body: pr.body,
                }
                : undefined,
        };
    }
    async whoAmI() {
        const answer = await this.client.call(client/* GRAPHQL */.w0, { query: 'query Viewer { viewer { login } }', variables: {} });
        return answer.data.viewer.login;
    }
    #isOwn(node) {
        if (!this.#onlooker)
            return node.viewerDidAuthor;
        return node.author?.__typename === 'Bot' && node.author.login === OWN_APP_SLUG;
    }
    #toComment(node, on, number) {
        const { author, editor } = node;
        return {
            id: node.databaseId,
            body: node.body,
            own: this.#isOwn(node),
            editedByOther: editor !== null && author !== null && editor.login !== author.login,
            on,
            number,
            author: author?.login ?? 'ghost',
            url: node.url,
            created: node.createdAt,
            edited: editor === null ? undefined : { by: editor.login, at: node.lastEditedAt ?? '' },
        };
    }
    async mayWrite(login) {
        try {
            const answer = await this.#call('GET', '/repos/{owner}/{repo}/collaborators/{username}/permission', {
                username: login,
            });
            return ['admin', 'maintain', 'write'].includes(String(answer.permission));
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) === 404)
                return false;
            throw error;
        }
    }
    async readVariable(name) {
        try {
            for (let page = 1;; page++) {
                const route = '/repos/{owner}/{repo}/actions/variables';
                const answer = await this.#call('GET', route, { per_page: 30, page });
                const { variables } = answer;
                const found = variables.find((variable) => variable.name.toUpperCase() === name);
                if (found !== undefined || variables.length < 30)
                    return found?.value;
            }
        }
        catch (error) {
            if ([403, 404].includes((0,refusal/* statusOf */.c2)(error) ?? 0))
                return undefined;
            throw error;
        }
    }
    async readFile(path, ref) {
        try {
            const answer = await this.#call('GET', '/repos/{owner}/{repo}/contents/{path}', { path, ref });
            return Buffer.from(answer.content, 'base64').toString('utf8');
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) === 404)
                return undefined;
            throw error;
        }
    }
    async listRuns(workflow, pages = 1) {
        const route = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
        const query = { workflow_id: workflow, event: 'workflow_dispatch', per_page: 100 };
        const found = [];
        for (let page = 1; page <= pages; page++) {
            const answer = await this.#call('GET', route, page === 1 ? query : { ...query, page });
            const { workflow_runs: runs } = answer;
            found.push(...runs.map(toRun));
            if (runs.length < 100)
                break;
        }
        return found;
    }
    async readRun(workflow, id) {
        try {
            const run = (await this.#call('GET', '/repos/{owner}/{repo}/actions/runs/{run_id}', { run_id: id }));
            return run.path.split('@')[0].endsWith(`/${workflow}`) ? toRun(run) : undefined;
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) === 404)
                return undefined;
            throw error;
        }
    }
    async listIssues(label) {
        const found = [];
        for (let page = 1;; page++) {
            const query = { labels: label, state: 'open', sort: 'created', direction: 'asc', per_page: 100, page };
            const issues = (await this.#call('GET', '/repos/{owner}/{repo}/issues', query));
            for (const { number, labels, pull_request: pull } of issues) {
                const names = labels.map((one) => (typeof one === 'string' ? one : (one.name ?? '')));
                if (pull === undefined)
                    found.push({ number, labels: names });
            }
            if (issues.length < 100)
                return found;
        }
    }
    async listWorkflows() {
        const answer = await this.#call('GET', '/repos/{owner}/{repo}/actions/workflows', { per_page: 100 });
        return answer.workflows.map(({ path }) => path);
    }
    async listChecks(sha) {
        const checks = [];
        for (let page = 1;; page++) {
            const answer = await this.#call('GET', '/repos/{owner}/{repo}/commits/{ref}/check-runs', {
                ref: sha,
                filter: 'all',
                per_page: 100,
                page,
            });
            const { check_runs: runs } = answer;
            checks.push(...runs.map((run) => ({
                id: run.id,
                name: run.name,
                conclusion: run.conclusion,
                app: run.app?.slug ?? '',
                externalId: run.external_id ?? '',
                title: run.output.title ?? '',
                summary: run.output.summary ?? '',
                text: run.output.text ?? '',
                annotations: run.output.annotations_count,
            })));
            this.client.door.stands(...checks.flatMap(({ title, summary, text }) => [title, summary, text]));
            if (runs.length < 100)
                return checks.sort((a, b) => a.id - b.id);
        }
    }
    async storeAttestation(bundle) {
        return String((await this.#call('POST', '/repos/{owner}/{repo}/attestations', { bundle })).id);
    }
    async createCheck(body) {
        return (await this.#call('POST', '/repos/{owner}/{repo}/check-runs', body)).id;
    }
    async updateCheck(id, body) {
        await this.#call('PATCH', '/repos/{owner}/{repo}/check-runs/{check_run_id}', { check_run_id: id, ...body });
    }
    async createComment(number, body) {
        const answer = await this.#call('POST', '/repos/{owner}/{repo}/issues/{issue_number}/comments', {
            issue_number: number,
            body,
        });
        const { id, html_url: url } = answer;
        return { id, url };
    }
    async updateComment(id, body) {
        await this.#call('PATCH', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id, body });
    }
    async readComment(id) {
        const answer = await this.#call('GET', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
        const { body, html_url: url } = answer;
        return { body, url };
    }
    async findComment(id) {
        try {
            const answer = await this.#call('GET', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
            return toFoundComment(answer);
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) === 404)
                return undefined;
            throw error;
        }
    }
    async listComments(number) {
        const comments = [];
        for (let page = 1;; page++) {
            const answer = await this.#call('GET', '/repos/{owner}/{repo}/issues/{issue_number}/comments', {
                issue_number: number,
                per_page: 100,
                page,
            });
            comments.push(...answer.map(toFoundComment));
            if (answer.length < 100)
                return comments;
        }
    }
    async deleteComment(id) {
        await this.#call('DELETE', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
    }
    async readIssue(number) {
        try {
            const issue = (await this.#call('GET', '/repos/{owner}/{repo}/issues/{issue_number}', {
                issue_number: number,
            }));
            return issue.pull_request === undefined ? { title: issue.title, body: issue.body ?? '' } : undefined;
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) === 404 || (0,refusal/* statusOf */.c2)(error) === 410)
                return undefined;
            throw error;
        }
    }
    async updateIssueBody(number, body) {
        await this.#call('PATCH', '/repos/{owner}/{repo}/issues/{issue_number}', { issue_number: number, body });
    }
    async addLabels(number, labels) {
        await this.#call('POST', '/repos/{owner}/{repo}/issues/{issue_number}/labels', {
            issue_number: number,
            labels: [...labels],
        });
    }
    async removeLabel(number, label) {
        try {
            await this.#call('DELETE', '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {
                issue_number: number,
                name: label,
            });
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) !== 404)
                throw error;
        }
    }
    async createLabel(name, color, description) {
        try {
            await this.#call('POST', '/repos/{owner}/{repo}/labels', { name, color, description });
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) !== 422)
                throw error;
        }
    }
    async readPull(number) {
        try {
            const route = '/repos/{owner}/{repo}/pulls/{pull_number}';
            const pull = (await this.#call('GET', route, { pull_number: number }));
            const { body, head, base, state } = pull;
            this.client.door.stands(body ?? '');
            return { number, body: body ?? '', head, base, open: state === 'open' };
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) === 404)
                return undefined;
            throw error;
        }
    }
    async mergeBase(base, head) {
        try {
            const route = '/repos/{owner}/{repo}/compare/{basehead}';
            const answer = await this.#call('GET', route, { basehead: `${base}...${head}`, per_page: 1 });
            return answer.merge_base_commit.sha;
        }
        catch (error) {
            if ((0,refusal/* statusOf */.c2)(error) === 404)
                return undefined;
            throw error;
        }
    }
    async openDraft(head, base, title, body) {
        const answer = await this.#call('POST', '/repos/{owner}/{repo}/pulls', { head, base, title, body, draft: true });
        return answer.number;
    }
    async updatePullBody(number, body) {
        await this.#call('PATCH', '/repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: number, body });
    }
    async dispatch(workflow, ref, inputs) {
        const route = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
        const answer = await this.#call('POST', route, { workflow_id: workflow, ref, inputs, return_run_details: true });
        return answer?.workflow_run_id;
    }
    async #call(method, route, parameters) {
        return await this.client.call(`${method} ${route}`, { owner: this.owner, repo: this.repo, ...parameters });
    }
}
function subjectAnswer(answer) {
    const { data, errors } = answer;
    if (data?.repository && (errors ?? []).every(({ type }) => type === 'NOT_FOUND'))
        return data;
    const said = errors?.map(({ message }) => message).join('; ') ?? 'no data';
    throw new core_errors/* FlowError */.Tr('host', `the host did not answer the query of the subject: ${said}`, {
        at: 'graphql',
        fix: 'check the permissions of the job and the name of the repository',
    });
}
function toRun(run) {
    return {
        id: run.id,
        title: run.display_title,
        alive: run.status !== 'completed',
        status: run.status,
        conclusion: run.conclusion ?? undefined,
        updated: run.updated_at,
        actor: run.actor?.login ?? 'ghost',
        url: run.html_url,
    };
}
function hostError(error, what) {
    const status = statusOf(error);
    const message = error instanceof Error ? error.message : String(error);
    const fix = status === 403 || status === 404 ? 'check the permissions of the job' : undefined;
    return new FlowError('host', `${what}: ${status ?? 'no answer'} ${message}`, {
        cause: error,
        ...(fix === undefined ? {} : { fix }),
    });
}
function toFoundComment(comment) {
    return {
        id: comment.id,
        body: comment.body ?? '',
        author: comment.user?.login ?? 'ghost',
        edited: comment.created_at !== comment.updated_at,
        number: Number(/\/(\d+)$/.exec(comment.issue_url)?.[1] ?? 0),
    };
}


/***/ }),

/***/ 6938:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ readQuota),
/* harmony export */   Kq: () => (/* binding */ HostLimitError),
/* harmony export */   kk: () => (/* binding */ utcSeconds)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(981);

function readQuota(headers) {
    const [remaining, reset] = [headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']].map((value) => value === undefined || value === '' ? Number.NaN : Number(value));
    if (!Number.isSafeInteger(remaining) || !Number.isSafeInteger(reset))
        return undefined;
    return {
        resource: String(headers['x-ratelimit-resource'] ?? 'core'),
        quota: { remaining, resetAt: reset * 1000 },
    };
}
function utcSeconds(ms) {
    return new Date(Math.ceil(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
class HostLimitError extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FlowError */ .Tr {
    until;
    constructor(call, until, cause) {
        super('host', `${call}: the host takes no more calls until ${utcSeconds(until)}`, {
            at: 'rate limit',
            fix: 'nothing is lost: run it again after that time; a flow goes on by its sweeper',
            cause,
        });
        this.until = until;
    }
}


/***/ }),

/***/ 6278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBoard: () => (/* binding */ readBoard)
/* harmony export */ });
/* harmony import */ var _core_board_standing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5799);
/* harmony import */ var _core_board_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1432);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(981);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9901);
/* harmony import */ var _attestation_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4999);
/* harmony import */ var _core_merge_plan_belongs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3217);
/* harmony import */ var _core_merge_plan_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8296);
/* harmony import */ var _gate_registry_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9298);
/* harmony import */ var _github_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2798);
/* harmony import */ var _github_pull_requests_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2717);
/* harmony import */ var _read_contracts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3906);











async function readBoard(host, registryFile) {
    const read = await (0,_read_contracts_js__WEBPACK_IMPORTED_MODULE_8__/* .readHostContracts */ .o)(host);
    const open = read.contracts.filter(({ state }) => state === 'open');
    const plan = (0,_core_merge_plan_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planMerges */ .p)(read.contracts.map(({ item }) => item), read.owners);
    const text = open.length === 0 ? undefined : await host.readFile(registryFile, read.base);
    const registry = text === undefined ? undefined : (0,_gate_registry_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadSoundRegistry */ .L)(text, registryFile, undefined).registry;
    const tierOf = registry === undefined ? undefined : (id) => registry.gates.get(id)?.tier;
    const rows = [];
    for (const one of open) {
        const { item, issue, contract, pulls } = one;
        const entry = plan.entries.find(({ id }) => id === item.id);
        const branch = await branchOf(host, one);
        const checks = branch === undefined ? [] : await host.listChecks(branch.head);
        const own = checks.filter(({ app }) => app === _github_host_js__WEBPACK_IMPORTED_MODULE_6__.OWN_APP_SLUG);
        rows.push((0,_core_board_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .boardRow */ .v)({
            id: item.id,
            slug: item.slug,
            at: `#${issue.number}`,
            pulls: pulls.map((pull) => ({
                number: pull.number,
                draft: pull.draft,
                contracts: open.filter((other) => (0,_core_merge_plan_belongs_js__WEBPACK_IMPORTED_MODULE_9__/* .belongsTo */ .g4)(pull, keyOf(other), true)).length,
            })),
            branch,
            gates: contract.gates.required.map((id) => (0,_core_board_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .gateStanding */ .K)(id, tierOf, own)),
            attested: attestedSha(pulls.length === 1 ? pulls[0] : undefined),
            entry,
        }));
    }
    return { rows, refused: read.refused, untrusted: read.untrusted };
}
function keyOf({ item, issue }) {
    return { id: item.id, slug: item.slug, issue: issue.number };
}
async function branchOf(host, { item, pulls }) {
    const [pull] = pulls;
    if (pull !== undefined)
        return { name: pull.head.branch, head: pull.head.sha };
    const name = (0,_core_merge_plan_belongs_js__WEBPACK_IMPORTED_MODULE_9__/* .issueBranch */ .sL)(item.id, item.slug);
    const head = await (0,_github_pull_requests_js__WEBPACK_IMPORTED_MODULE_7__/* .branchHead */ .P)(host, name);
    return head === undefined ? undefined : { name, head };
}
function attestedSha(pull) {
    if (pull === undefined)
        return undefined;
    try {
        const found = (0,_attestation_text_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAttestationMarkdown */ .H)(pull.body, `#${pull.number}`);
        return found === undefined ? undefined : { sha: found.prSha };
    }
    catch (error) {
        if (!(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FlowError */ .Tr))
            throw error;
        return { problem: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)(error.toLine(), 300) };
    }
}


/***/ }),

/***/ 7043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardMerges: () => (/* binding */ guardMerges)
/* harmony export */ });
/* harmony import */ var _core_merge_plan_belongs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3217);
/* harmony import */ var _core_merge_plan_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9688);
/* harmony import */ var _core_merge_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8296);
/* harmony import */ var _github_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2798);
/* harmony import */ var _github_pull_requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2717);
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8137);
/* harmony import */ var _read_contracts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3906);







async function guardMerges(host) {
    const read = await (0,_read_contracts_js__WEBPACK_IMPORTED_MODULE_4__/* .readHostContracts */ .o)(host);
    const plan = (0,_core_merge_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planMerges */ .p)(read.contracts.map(({ item }) => item), read.owners);
    const contracts = read.contracts
        .filter(({ state }) => state === 'open')
        .map(({ item, issue }) => ({ id: item.id, slug: item.slug, issue: issue.number }));
    const tip = await (0,_github_pull_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .branchHead */ .P)(host, read.base);
    const touched = new Map(read.contracts.flatMap(({ item }) => item.pulls.map((pull) => [pull.number, pull.touched])));
    const guarded = [];
    for (const pull of await (0,_github_pull_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .listPulls */ .bK)(host, 'open')) {
        if (pull.base.branch !== read.base)
            continue;
        const mine = contracts.some((contract) => (0,_core_merge_plan_belongs_js__WEBPACK_IMPORTED_MODULE_5__/* .belongsTo */ .g4)(pull, contract, true));
        const overlap = mine ? await overlapOf(host, pull, tip ?? pull.base.sha, touched) : [];
        const verdict = (0,_core_merge_plan_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .guardVerdict */ .ld)({ ...pull, overlap }, read.base, contracts, read.refused, plan);
        guarded.push({ number: pull.number, verdict, check: await writeCheck(host, pull.head.sha, verdict) });
    }
    return guarded;
}
async function overlapOf(host, pull, tip, known) {
    const changed = await (0,_github_pull_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .changedSince */ .$A)(host, pull.head.sha, tip);
    if (changed.length >= _github_pull_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .FILES_COMPARED */ .MZ)
        return undefined;
    if (changed.length === 0)
        return [];
    const touched = new Set(known.get(pull.number) ?? (await (0,_github_pull_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .pullFiles */ .B0)(host, pull.number)));
    return changed.filter((path) => touched.has(path)).sort();
}
async function writeCheck(host, sha, verdict) {
    const conclusion = verdict.clear ? 'success' : 'failure';
    const output = { title: verdict.title, summary: verdict.summary };
    try {
        const own = (await host.listChecks(sha)).filter((run) => run.name === _core_merge_plan_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .GUARD_CHECK */ .p && run.app === _github_host_js__WEBPACK_IMPORTED_MODULE_2__.OWN_APP_SLUG);
        const newest = own.at(-1);
        const same = newest?.title === output.title && newest.summary === output.summary;
        if (newest?.conclusion === conclusion && same)
            return 'unchanged';
        const body = { status: 'completed', conclusion, output };
        if (newest === undefined)
            await host.createCheck({ name: _core_merge_plan_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .GUARD_CHECK */ .p, head_sha: sha, ...body });
        else
            await host.updateCheck(newest.id, body);
        return 'written';
    }
    catch (error) {
        if (!(0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .isChecksOff */ .Z)(error))
            throw error;
        return 'refused';
    }
}


/***/ }),

/***/ 2362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ TierHost)
/* harmony export */ });
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6670);
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8137);


const EDITORS_QUERY = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId author { login } editor { login } }
      }
    }
  }
}`;
class TierHost {
    #host;
    constructor(host) {
        this.#host = host;
    }
    async lookAt(pr) {
        const pull = (await this.#call('GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: pr }));
        const merge = await this.#orNone(async () => {
            const ref = await this.#call('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `pull/${pr}/merge` });
            return ref.object.sha;
        });
        const parents = merge === undefined ? [] : await this.#parents(merge);
        return { open: pull.state === 'open', head: pull.head.sha, merge, parents };
    }
    async #parents(sha) {
        const commit = await this.#call('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { commit_sha: sha });
        return commit.parents.map((parent) => parent.sha);
    }
    async untouchedComments(pr) {
        const untouched = new Set();
        for (let after = null;;) {
            const variables = { owner: this.#host.owner, name: this.#host.repo, number: pr, after };
            const answer = (await this.#host.client.call(_github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .GRAPHQL */ .w0, { query: EDITORS_QUERY, variables }));
            const comments = answer.data?.repository?.pullRequest?.comments;
            if (comments === undefined)
                return new Set();
            for (const { databaseId, author, editor } of comments.nodes)
                if (author !== null && (editor === null || editor.login === author.login))
                    untouched.add(databaseId);
            if (!comments.pageInfo.hasNextPage)
                return untouched;
            after = comments.pageInfo.endCursor;
        }
    }
    async findJob(run, name) {
        const answer = await this.#call('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', {
            run_id: run,
            filter: 'latest',
            per_page: 100,
        });
        const { jobs } = answer;
        const job = jobs.find((one) => one.name === name);
        return job && { name, status: job.status, taken: (job.runner_id ?? 0) > 0 || (job.runner_name ?? '') !== '' };
    }
    async cancelRun(run) {
        await this.#call('POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', { run_id: run });
    }
    async removeDeployments(environment, sha, creator) {
        const route = '/repos/{owner}/{repo}/deployments';
        const listed = (await this.#call(`GET ${route}`, { environment, sha, per_page: 100 }));
        const own = listed.filter((one) => one.environment === environment && one.creator?.login === creator);
        for (const { id } of own) {
            await this.#call(`POST ${route}/{deployment_id}/statuses`, { deployment_id: id, state: 'inactive' });
            await this.#call(`DELETE ${route}/{deployment_id}`, { deployment_id: id });
        }
        return own.length;
    }
    async defaultBranch() {
        return (await this.#call('GET /repos/{owner}/{repo}', {})).default_branch;
    }
    async #call(route, parameters) {
        const { owner, repo, client } = this.#host;
        return await client.call(route, { owner, repo, ...parameters });
    }
    async #orNone(action) {
        try {
            return await action();
        }
        catch (error) {
            if ((0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .statusOf */ .c2)(error) === 404)
                return undefined;
            throw error;
        }
    }
}


/***/ }),

/***/ 3222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportTier: () => (/* binding */ reportTier)
});

// EXTERNAL MODULE: ./build/js/src/core/errors.js
var errors = __webpack_require__(981);
// EXTERNAL MODULE: ./build/js/src/core/fact.js
var fact = __webpack_require__(5888);
// EXTERNAL MODULE: ./build/js/src/core/fold.js
var fold = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/js/src/core/text.js
var core_text = __webpack_require__(9901);
// EXTERNAL MODULE: ./build/js/src/core/gate-registry/outcome.js
var outcome = __webpack_require__(2758);
// EXTERNAL MODULE: ./build/js/src/core/gate-registry/run-report.js + 1 modules
var run_report = __webpack_require__(4022);
;// CONCATENATED MODULE: ./build/js/src/core/gate-registry/comment.js



const TIER_B_MARKER = '<!-- bitnet-flow:tier-b -->';
const COMMENT_CHARS = 60_000;
function tierComment(report, { head, run, notes }) {
    const { verdict, selection, rows, registry, sha } = report;
    const short = (commit) => `\`${commit.slice(0, 12)}\``;
    const top = [
        TIER_B_MARKER,
        `### ${run_report/* VERDICT_ICON */.YY[verdict]} Tier B, ${(0,core_text/* markdown */.wD)(selection, 80)}: ${verdict}`,
        '',
        `${(0,outcome/* countOutcomes */.XF)(rows)} · head ${short(head)} · merged as ${short(sha)} on base ${short(registry.commit ?? '')} · [run](${run})`,
        '',
    ];
    const end = [
        '',
        ...notes.map((note) => `- ${(0,core_text/* markdown */.wD)(note, 300)}`),
        ...(verdict === 'pending' ? ['', 'Pending is not a pass.'] : []),
    ];
    for (let keep = rows.length;; keep = Math.floor(keep / 2)) {
        const left = rows.length - keep;
        const more = left === 0 ? [] : ['', `and ${left} more: the job summary has all`];
        const text = `${[...top, ...(0,run_report/* rowsTable */.YB)(rows.slice(0, keep)), ...more, ...end].join('\n').trimEnd()}\n`;
        if (text.length <= COMMENT_CHARS || keep === 0)
            return text;
    }
}

// EXTERNAL MODULE: ./build/js/src/core/gate-registry/tier-b.js
var tier_b = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/js/src/core/ledger/block.js
var ledger_block = __webpack_require__(9597);
// EXTERNAL MODULE: ./build/js/src/core/names.js
var names = __webpack_require__(8448);
// EXTERNAL MODULE: ./build/js/src/core/strict-json.js
var strict_json = __webpack_require__(6822);
// EXTERNAL MODULE: ./build/js/src/flow/find-ledger.js
var find_ledger = __webpack_require__(716);
// EXTERNAL MODULE: ./build/js/src/flow/successor.js
var successor = __webpack_require__(7785);
// EXTERNAL MODULE: ./build/js/src/runtime/check-run.js
var check_run = __webpack_require__(7957);
// EXTERNAL MODULE: ./build/js/src/runtime/flow-file.js + 1 modules
var flow_file = __webpack_require__(7348);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/dispatch-next.js
var dispatch_next = __webpack_require__(1958);
// EXTERNAL MODULE: ./build/js/src/runtime/flow/once-only.js
var once_only = __webpack_require__(5672);
// EXTERNAL MODULE: ./build/js/src/runtime/github/host.js + 3 modules
var github_host = __webpack_require__(2798);
// EXTERNAL MODULE: ./build/js/src/runtime/github/refusal.js
var refusal = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/js/src/runtime/report.js
var runtime_report = __webpack_require__(8583);
// EXTERNAL MODULE: ./build/js/src/runtime/tier/host.js
var tier_host = __webpack_require__(2362);
;// CONCATENATED MODULE: ./build/js/src/runtime/tier/report.js



















async function reportTier(inputs, world) {
    const { host, log } = world;
    const { merge, head, base } = inputs;
    if (![merge, head, base].every((sha) => names/* SHA */.hG.test(sha)) || inputs.expected === '')
        throw new errors/* FlowError */.Tr('bad-input', 'nothing was resolved for this run, so there is nothing to report', {
            at: 'merge',
            fix: 'look at the job that resolves the pull request',
        });
    const expected = tier_b/* expectedSchema */.gK.parse((0,strict_json/* parseStrictJson */.R)(inputs.expected, 'bad-input', 'expected'));
    const tier = new tier_host/* TierHost */.z(host);
    const unfinished = inputs.state === 'ready' && inputs.results === '';
    const taken = unfinished ? await wasTaken(tier, inputs['job-name'], world) : undefined;
    const report = (0,tier_b/* composeReport */.ZE)({
        expected,
        merge,
        base,
        state: inputs.state,
        job: inputs.job,
        taken,
        results: inputs.results,
    });
    const notes = [];
    const comments = await host.listComments(inputs.pr);
    const untouched = await untouchedLedgers(tier, inputs, comments, log);
    const known = knownFlow(inputs.flow, comments, untouched);
    const facts = known === undefined ? [] : report.rows.flatMap((row) => factOfRow(row, head, merge, known.state));
    const told = untouched.size > 0 || ledgersOf(inputs.flow, comments).length === 0;
    if (!told)
        notes.push('somebody edited the Ledger, or nobody can tell who did: the results become no facts');
    else if (known === undefined)
        notes.push('no flow knows this pull request: the results become no facts');
    const skipped = await writeChecks(report, facts, inputs.flow, head, host);
    if (skipped !== undefined) {
        log(`CHECK-SKIPPED: reason=${skipped}`);
        notes.push(`Check Runs could not be written (${skipped})`);
    }
    const dispatched = known === undefined || facts.length === 0 ? undefined : await handToHop(inputs, known, facts, world, notes);
    if (inputs.environment !== undefined)
        await cleanUp(tier, inputs.environment, world, notes);
    const body = tierComment(report, { head, run: world.runUrl, notes });
    const comment = await stick(inputs.pr, body, comments, world);
    const summary = [(0,run_report/* runSummary */.KL)(report), ...notes.map((note) => `- ${note}`), ''].join('\n');
    return { report, summary, comment, facts, dispatched };
}
async function wasTaken(tier, name, { run, log }) {
    try {
        return (await tier.findJob(run, name))?.taken;
    }
    catch (error) {
        log(`the jobs of this run could not be read (${(0,refusal/* statusOf */.c2)(error) ?? 'no answer'})`);
        return undefined;
    }
}
const LEDGER = /^<!-- bitnet-flow:ledger flow=([a-z0-9-]+) subject=(\d{1,9}) -->/;
function ledgersOf(flow, comments) {
    return comments.filter((one) => one.author === github_host/* OWN_BOT */.Ve && LEDGER.exec(one.body)?.[1] === flow);
}
async function untouchedLedgers(tier, { flow, pr }, comments, log) {
    const ledgers = ledgersOf(flow, comments);
    if (ledgers.length === 0)
        return new Set();
    try {
        const untouched = await tier.untouchedComments(pr);
        return new Set(ledgers.map(({ id }) => id).filter((id) => untouched.has(id)));
    }
    catch (error) {
        log(`who edited the Ledger could not be read (${(0,refusal/* statusOf */.c2)(error) ?? 'no answer'})`);
        return new Set();
    }
}
function knownFlow(flow, comments, untouched) {
    const [own] = ledgersOf(flow, comments);
    if (own === undefined)
        return undefined;
    const subject = Number(LEDGER.exec(own.body)[2]);
    const found = (0,find_ledger/* findLedger */.z)(flow, subject, [
        { id: own.id, body: own.body, own: true, editedByOther: !untouched.has(own.id), on: 'pr', number: own.number },
    ]);
    if (!found.trusted)
        return undefined;
    return {
        subject,
        ledger: found,
        state: (0,fold/* fold */.AU)(found.facts.filter((fact) => fact.flow === flow && fact.subject === subject)),
    };
}
function factOfRow(row, head, merge, state) {
    const last = (0,successor/* lastHop */.yI)(state);
    if (last === undefined || !row.ran || (row.outcome !== 'pass' && row.outcome !== 'fail'))
        return [];
    const fault = row.reason === 'timeout' || row.reason === 'crashed' ? { reason: row.reason } : {};
    const evidence = [...row.evidence.filter(({ key }) => key !== 'argv'), { key: 'tree', value: merge }];
    return [
        fact/* gateSchema */.Tp.parse({
            ...(0,fact/* factOf */.yD)(last.end),
            kind: 'gate',
            sha: head,
            gate: row.id,
            status: row.outcome,
            ...fault,
            evidence,
        }),
    ];
}
async function writeChecks(report, facts, flow, head, host) {
    const ran = report.rows.filter((row) => row.ran && (row.outcome === 'pass' || row.outcome === 'fail'));
    if (ran.length === 0)
        return undefined;
    const listed = await host.listChecks(head).catch((error) => {
        if ([403, 404, 410].includes((0,refusal/* statusOf */.c2)(error) ?? 0))
            return undefined;
        throw error;
    });
    if (listed === undefined)
        return 'checks-off';
    const own = listed.filter(({ app }) => app === github_host.OWN_APP_SLUG);
    for (const row of ran) {
        const name = (0,names/* checkName */.I3)(flow, row.id);
        const result = {
            verdict: row.outcome,
            evidence: row.evidence,
            annotations: [],
            rows: [],
            numbers: {},
        };
        const before = own.filter((check) => check.name === name).flatMap(({ text }) => (0,ledger_block/* decodeBlock */.Wq)(text)?.facts ?? []);
        const mine = facts.filter(({ gate }) => gate === row.id);
        const block = (0,fold/* unite */._f)(before.filter((fact) => fact.kind === 'gate' && fact.gate === row.id && fact.sha === head), mine);
        const bodies = (0,check_run/* checkBodies */.hn)(result, row.evidence, (0,runtime_report/* makeReport */.dO)(result, []), row.id).map((body) => block.length === 0 ? body : { ...body, output: { ...body.output, text: (0,ledger_block/* encodeBlock */.U$)(block) } });
        const skipped = await (0,check_run/* writeCheckRun */.lS)({
            list: async () => own.filter((check) => check.name === name),
            create: (body) => host.createCheck({ ...body }),
            update: (id, body) => host.updateCheck(id, { ...body }),
        }, name, head, bodies);
        if (skipped !== undefined)
            return skipped;
    }
    return undefined;
}
async function handToHop(inputs, { subject, ledger, state }, facts, world, notes) {
    if (inputs.workflow === undefined)
        return undefined;
    const text = inputs['flow-file'] === undefined ? undefined : await world.host.readFile(inputs['flow-file'], inputs.base);
    const waits = state.last?.reason === 'gates-pending' && state.last.sha === inputs.head;
    const next = (0,successor/* nextOf */.Xh)((0,flow_file/* loadFlow */.j7)(inputs.flow, text, inputs['flow-file']), state) ?? (waits ? (0,successor/* reopened */.ZK)(state) : undefined);
    const begun = next !== undefined && state.hops.some((hop) => hop.seq === next.seq && hop.attempt === next.attempt);
    if (next === undefined || begun) {
        notes.push(`no hop of #${subject} is due: the facts stand in the Check Runs of the head`);
        return undefined;
    }
    const ref = await new tier_host/* TierHost */.z(world.host).defaultBranch();
    const due = {
        subject,
        next,
        head: state.head,
        facts,
        chain: (0,ledger_block/* chainOf */.dR)((0,ledger_block/* decodeBlock */.Wq)(ledger.body).facts),
        ledger: ledger.place.comment,
        repair: 0,
    };
    const run = await (0,dispatch_next/* dispatchHop */.YG)(inputs.workflow, ref, due, world.run, world);
    notes.push(`the facts went to hop ${next.seq}.${next.attempt} ${next.agent} of #${subject}`);
    return run;
}
async function cleanUp(tier, environment, { workflowSha, log }, notes) {
    try {
        const removed = await tier.removeDeployments(environment, workflowSha, github_host/* OWN_BOT */.Ve);
        log(`${removed} deployment records of ${environment} removed`);
    }
    catch (error) {
        if ((0,refusal/* statusOf */.c2)(error) === undefined)
            throw error;
        notes.push(`deployment records of ${environment} could not be removed (${(0,refusal/* statusOf */.c2)(error)})`);
    }
}
async function stick(pr, body, comments, { host, clock, pause, runUrl }) {
    const find = (list) => list.filter((one) => one.author === github_host/* OWN_BOT */.Ve && one.body.startsWith(TIER_B_MARKER)).sort((a, b) => a.id - b.id)[0];
    const known = find(comments);
    if (known === undefined) {
        const look = async () => {
            const there = find(await host.listComments(pr));
            return there && { id: there.id, url: runUrl };
        };
        return (await (0,once_only/* onceOnly */.C)(() => host.createComment(pr, body), look, { pause, clock })).url;
    }
    if (known.body !== body)
        await host.updateComment(known.id, body);
    return (await host.readComment(known.id)).url;
}


/***/ }),

/***/ 1082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resolveTier: () => (/* binding */ resolveTier)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(981);
/* harmony import */ var _core_gate_registry_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);
/* harmony import */ var _core_gate_registry_select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4260);
/* harmony import */ var _core_gate_registry_tier_b_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8867);
/* harmony import */ var _gate_registry_base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(844);
/* harmony import */ var _gate_registry_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9298);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2362);







const LOOKS = 5;
async function resolveTier(inputs, world) {
    const { host } = world;
    const before = inputs.merge === undefined ? undefined : { merge: inputs.merge, head: inputs.head ?? '' };
    if (before === undefined && !(await host.mayWrite(world.actor)))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FlowError */ .Tr('permission', `${world.actor} may not start tier B: write permission is needed`, {
            at: 'actor',
            fix: 'ask a maintainer to dispatch it',
        });
    const found = await look(inputs.pr, before, world);
    if (found.state !== 'ready') {
        if (before === undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FlowError */ .Tr(found.state === 'closed' ? 'refused' : 'stale', found.why, {
                at: `#${inputs.pr}`,
                fix: found.state === 'conflict'
                    ? 'merge the base into the branch, and dispatch again'
                    : 'dispatch again for an open pull request',
            });
        world.log(`stale: ${found.why}`);
        return {
            outputs: { state: 'stale', merge: '', head: '', base: '', expected: '' },
            summary: `### Tier B of #${inputs.pr}: skipped (stale-merge-ref)\n\n${found.why}\n`,
        };
    }
    const { merge, head, base } = found;
    if (before !== undefined)
        return { outputs: { state: 'ready', merge, head, base, expected: '' }, summary: '' };
    const text = await host.readFile(inputs.registry, base);
    if (text === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FlowError */ .Tr('not-found', `${inputs.registry} is not in the base (${base.slice(0, 12)})`, {
            at: 'registry',
            fix: 'a registry counts from the moment it is on the base branch: merge it first',
        });
    const source = (0,_gate_registry_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .registryText */ .hW)(inputs.registry, text, base);
    const { registry } = (0,_gate_registry_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadSoundRegistry */ .L)(text, source.path, undefined);
    const selected = (0,_core_gate_registry_select_js__WEBPACK_IMPORTED_MODULE_2__/* .selectGates */ .n)(registry, { bundle: inputs.bundle, gate: inputs['single-gate'] });
    const expected = {
        v: 1,
        selection: selected.name,
        registry: { path: source.path, sha256: source.sha256 },
        gates: selected.gates.map(({ id, tier, kind }) => ({ id, tier, kind })),
    };
    const ids = (0,_core_gate_registry_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .uniqueIds */ .Yj)(expected.gates.map(({ id }) => id));
    world.log(`#${inputs.pr} at ${head}, merged as ${merge} on ${base}: ${ids.join(', ')}`);
    const summary = [
        `### Tier B of #${inputs.pr}: to be approved`,
        '',
        `Runs \`${selected.name}\` on \`${merge.slice(0, 12)}\`: head \`${head.slice(0, 12)}\` merged into base \`${base.slice(0, 12)}\`.`,
        'The code of this head runs on the runner. A push from now on makes the run stale.',
        '',
        ...ids.map((id) => `- \`${id}\``),
        '',
    ].join('\n');
    return { outputs: { state: 'ready', merge, head, base, expected: JSON.stringify(expected) }, summary };
}
async function look(pr, before, { host, clock, pause, log }) {
    const tier = new _host_js__WEBPACK_IMPORTED_MODULE_6__/* .TierHost */ .z(host);
    for (let n = 1;; n++) {
        const found = (0,_core_gate_registry_tier_b_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeMerge */ .sX)(await tier.lookAt(pr), before);
        if (found.state === 'ready' || found.state === 'closed' || before !== undefined || n >= LOOKS)
            return found;
        log(`${found.why}; looking again`);
        await clock.sleep(pause * n);
    }
}


/***/ }),

/***/ 9121:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   watchForRunner: () => (/* binding */ watchForRunner)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(981);
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8137);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2362);



const LONGEST_MS = 5.5 * 3_600_000;
async function watchForRunner(inputs, world) {
    const { clock, log, run } = world;
    const tier = new _host_js__WEBPACK_IMPORTED_MODULE_1__/* .TierHost */ .z(world.host);
    const began = clock.now();
    let queuedSince;
    while (clock.now() - began < LONGEST_MS) {
        const job = await look(tier, run, inputs.job);
        if (job === 'unseen') {
            await clock.sleep(world.pause);
            continue;
        }
        if (job?.taken === true || job?.status === 'in_progress')
            return 'taken';
        if (job?.status === 'completed')
            return 'ended';
        if (job?.status !== 'queued')
            queuedSince = undefined;
        else
            queuedSince ??= clock.now();
        const minutes = queuedSince === undefined ? 0 : (clock.now() - queuedSince) / 60_000;
        if (minutes >= inputs.minutes) {
            log(`no runner took ${inputs.job} in ${inputs.minutes} min: the run ends here (degraded-provider)`);
            await tier.cancelRun(run);
            return 'no-runner';
        }
        await clock.sleep(queuedSince === undefined ? world.pause * 3 : world.pause);
    }
    log(`${inputs.job} was not taken, and this watch ends; the host ends the job in a day`);
    return 'no-runner';
}
async function look(tier, run, name) {
    try {
        return await tier.findJob(run, name);
    }
    catch (error) {
        const status = (0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(error);
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FlowError */ .Tr || (status !== undefined && status < 500))
            throw error;
        return 'unseen';
    }
}


/***/ })

};
;