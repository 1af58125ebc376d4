import { describe, expect, test } from '@jest/globals';
import { classOfV4, classOfV6, findAddresses } from '../../../../src/core/public-safety/addresses.ts';
import { findPlain } from '../../../../src/core/public-safety/find.ts';
import { findHomePaths } from '../../../../src/core/public-safety/home-paths.ts';
import { findNames } from '../../../../src/core/public-safety/hosts.ts';
import { withoutWorkFolders } from '../../../../src/core/public-safety/work-folders.ts';
import { covered, whole } from './written.ts';

type Row = readonly [text: string, ...found: string[]];
/** Texts and what is found in them; `·` stands nowhere in either. */
const tellsOf =
  (find: (text: string) => Parameters<typeof covered>[1]) =>
  ([text, ...found]: Row): void => {
    const read = whole(text);
    expect([read, ...covered(read, find(read))]).toEqual([read, ...found.map(whole)]);
  };

const UUID = '0123abcd-4567-89ef-ABCD-0123456789ab';
const LABEL = 'a'.repeat(63);

describe('A-63: names of hosts, nodes, clusters and devices', () => {
  const rows: readonly Row[] = [
    // Hosts of inside networks, without the stop of a sentence.
    ['at build.int·ernal.', 'internal-host build.int·ernal'],
    ['Build.INT·ERNAL--, then', 'internal-host Build.INT·ERNAL'],
    ...['int·ernal', 'lo·cal', 'lo·caldomain', 'la·n', 'int·ranet', 'cor·p', 'home.ar·pa'].map((suffix): Row => [
      `a.${suffix} and a.${suffix}s`,
      `internal-host a.${suffix}`,
    ]),
    ['a.int·ernal/b c.int·ernal:80', 'internal-host a.int·ernal', 'internal-host c.int·ernal'],
    [`${LABEL}.la·n`, `internal-host ${LABEL}.la·n`],
    [`a${LABEL}.la·n`],
    ['a._x.la·n', 'internal-host a._x.la·n'],
    ...['a.-b.la·n', 'a.b-.la·n', 'a..la·n', '.la·n', '.a.la·n', '-.la·n', '_a.la·n'].map((text): Row => [text]),
    [`${'a.'.repeat(124)}lo·cal`, `internal-host ${'a.'.repeat(124)}lo·cal`],
    [`aa.${'a.'.repeat(123)}lo·cal`],
    // Calls and parts of paths.
    ['node.lo·cal(1) node.lo·cal (1)', 'internal-host node.lo·cal'],
    ['x/a.lo·cal /a.lo·cal ssh://a.lo·cal', 'internal-host a.lo·cal'],
    // Names of a cluster.
    ['api.prod.sv·c', 'cluster-name api.prod.sv·c'],
    ['api.prod.po·d', 'cluster-name api.prod.po·d'],
    ['prod.sv·c'],
    ['a.sv·c.b'],
    ['api.prod.sv·c.clu·ster.lo·cal', 'cluster-name api.prod.sv·c.clu·ster.lo·cal'],
    ['kubernetes.clu·ster.lo·cal', 'cluster-name kubernetes.clu·ster.lo·cal'],
    ['clu·ster.lo·cal', 'internal-host clu·ster.lo·cal'],
    ['-a.clu·ster.lo·cal x/api.prod.sv·c'],
    [`PV·C-${UUID} pv·c-${UUID}0 pv·c-x${UUID} pvx-${UUID}`, `cluster-name PV·C-${UUID}`],
    ['kubep·ods-burstable kubepods xkubep·ods-a kubepodsx-a', 'cluster-name kubep·ods-burstable'],
    ['api-bcdf·ghjk-lmn·pq', 'cluster-name api-bcdf·ghjk-lmn·pq'],
    ['api-bcdf·ghjklm-246·79', 'cluster-name api-bcdf·ghjklm-246·79'],
    ...[
      ...['bcdf·ghjk-lmn·pq', 'api-bcdf·ghj-lmn·pq', 'api-bcdf·ghjklmn-pqr·st', 'api-bcdf·ghjk-lmn·pqr'],
      ...['api-xebcdf·ghjk-lmn·pq', 'api-bcdf·ghjke-lmn·pq', 'api-bcdf·ghjk-elmn·pq', 'api-bcdf·ghjk-lmn·pqe'],
      ...['api-abouts-lmn·pq', 'api-bcdf·ghjk-about', 'a-b-bcdf·ghjk'],
    ].map((text): Row => [`kube ${text}`]),
    // Names of nodes.
    ['ip-10-0-1-2 ip-10-0-1-2.ec2', 'node-name ip-10-0-1-2', 'node-name ip-10-0-1-2.ec2'],
    ['IP-100-200-100-200', 'node-name IP-100-200-100-200'],
    ['xip-10-0-1-2 ip-10-0-1-2x ip-10-0-1 ip-10-0-1-2000 ip-a-0-1-2 ip-1000-0-1-2'],
    ['ip-10-0000-1-2 ip-10-0-1000-2 ip-x-0-1-2 ip-1-x-1-2 ip-1-1-x-2 ip-1-1-1-x'],
    ['i-0123456789abcd·ef0', 'node-name i-0123456789abcd·ef0'],
    ['xi-0123456789abcd·ef0 i-0123456789abcd·ef01 i-0123456789abcd·ef i-0123456789abcd·eg0'],
    ['nid00·012 and nid000·123.hpc', 'node-name nid00·012', 'node-name nid000·123.hpc'],
    ['xnid00·012 nid00·12 nid0001·234 nid00x·12 nid00·012x'],
    ['gk·e-a-pool-0123abcd-x9z1', 'node-name gk·e-a-pool-0123abcd-x9z1'],
    [`gk·e-${'p'.repeat(60)}-0123abcd-x9z1`, `node-name gk·e-${'p'.repeat(60)}-0123abcd-x9z1`],
    [`gk·e-${'p'.repeat(61)}-0123abcd-x9z1 xgk·e-a-0123abcd-x9z1 gk·e-a-0123abcd-x9z12 gk·e-a-0123abcg-x9z1`],
    ['ak·s-agentpool-12345678-vmss00000a', 'node-name ak·s-agentpool-12345678-vmss00000a'],
    ['xak·s-pool-12345678-vmss00000a ak·s-pool-12345678-vmss00000ab ak·s-pool-1234567-vmss00000a'],
    ['ak·s-pool-1234567x-vmss00000a ak·s-agentpool1234-12345678-vmss00000a ak·s--12345678-vmss00000a'],
    // Ids of devices.
    [
      `GP·U-${UUID} mi·g-gp·u-${UUID}, MI·G-${UUID}`,
      ...['GP·U', 'mi·g-gp·u', 'MI·G'].map((a) => `gpu-id ${a}-${UUID}`),
    ],
    [`XGP·U-${UUID} GP·U-${UUID}0 GP·U-0${UUID} ${UUID} GP·U-${UUID.replaceAll('-', '_')}`],
    [`GP·U-${UUID.replace(/[0-9a-f]/gi, '1')}`],
    // Namespaces.
    ['/namespaces/team-a/po·ds', 'cluster-name team-a'],
    ['GET /kubelet/pods/ab_c', 'cluster-name ab_c'],
    [`/namespaces/${'n'.repeat(64)}m`, `cluster-name ${'n'.repeat(64)}`],
    ['/namespaces/default /namespaces/kube-system /namespaces/ /namespaces/$1 /kubelet/pods/'],
    ['/namespaces/default2 and namespaces/x', 'cluster-name default2'],
  ];
  test.each(rows.map((row) => [row[0].slice(0, 100), row] as const))('%s', (_, row) => {
    tellsOf(findNames)(row);
  });
});

describe('A-63: folders of people', () => {
  const rows: readonly Row[] = [
    ['/ho·me/ada', 'home-path /ho·me/ada'],
    ['/ho·me//ada/x /ho·me///ada', 'home-path /ho·me//ada'],
    ['in /var/ho·me/ada.b_c-d~', 'home-path /var/ho·me/ada.b_c-d'],
    ['/export/ho·me/ada', 'home-path /export/ho·me/ada'],
    ['/usr/ho·me/ada', 'home-path /usr/ho·me/ada'],
    ['/Us·ers/Ada', 'home-path /Us·ers/Ada'],
    [`/ho·me/${'u'.repeat(65)}`, `home-path /ho·me/${'u'.repeat(64)}`],
    ['/home/.cache /home/-x /home/_x /home/ /home'],
    ...['user', 'username', 'you', 'your-name', 'name', 'example', 'shared', 'public', 'default', 'User', 'PUBLIC'].map(
      (nobody): Row => [`/home/${nobody}/x`],
    ),
    ['/ro·ot and /ro·ot/x', 'home-path /ro·ot', 'home-path /ro·ot'],
    ['/rootfs /root-x /root.x /root_ x/root ./root ~/root //root'],
    // What stands before.
    ['file:///ho·me/ada', 'home-path /ho·me/ada'],
    ['http:///home/ada file:/x//home/ada //home/ada'],
    ['file://local·host/ho·me/ada vscode://file/ho·me/ada', 'home-path /ho·me/ada', 'home-path /ho·me/ada'],
    ['file://other/home/ada xfile/home/ada localhost/home/ada'],
    ['-I/ho·me/ada/include and more', 'home-path /ho·me/ada'],
    ['cc -I/ho·me/ada/include -isystem/ho·me/ada', 'home-path /ho·me/ada', 'home-path /ho·me/ada'],
    ['x-I/home/ada --I/home/ada -II/home/ada x-isystem/home/ada -isystems/home/ada'],
    ['/mnt/c/Us·ers/ada', 'home-path /Us·ers/ada'],
    ['/cygdrive/c/Us·ers/ada', 'home-path /Us·ers/ada'],
    ['/c/Us·ers/ada', 'home-path /Us·ers/ada'],
    ['a/c/Users/ada a/mnt/c/Users/ada a/cygdrive/c/Users/ada /cc/Users/ada /mnt/cc/Users/ada'],
    ['a/home/ada A/home/ada 0/home/ada _/home/ada ~/home/ada ./home/ada -/home/ada'],
    // Drives.
    ['C:\\Us·ers\\ada\\x', 'home-path C:\\Us·ers\\ada'],
    ['c:\\\\\\\\us·ers\\\\\\\\ada', 'home-path c:\\\\\\\\us·ers\\\\\\\\ada'],
    ['C:\\\\\\\\\\Users\\ada C:\\Users\\\\\\\\\\ada'],
    ['D:/us·ers/ada', 'home-path D:/us·ers/ada'],
    ['C:/Us·ers/ada', 'home-path /Us·ers/ada', 'home-path C:/Us·ers/ada'],
    [`(C:\\Us·ers\\${'u'.repeat(65)}`, `home-path C:\\Us·ers\\${'u'.repeat(64)}`],
    [
      ':\\Users\\ada CC:\\Users\\ada -:\\Users\\ada C:Users\\ada C:\\Usersada C:\\User\\ada C:\\Users\\Public C:\\Users\\',
    ],
  ];
  test.each(rows.map((row) => [row[0].slice(0, 100), row] as const))('%s', (_, row) => {
    tellsOf(findHomePaths)(row);
  });
});

describe('A-63: addresses', () => {
  const rows: readonly Row[] = [
    ['10·.0.0.1', 'private-address 10·.0.0.1'],
    ['to 10·.0.0.1, 10·.0.0.2. And 10·.0.0.3...', ...[1, 2, 3].map((i) => `private-address 10·.0.0.${i}`)],
    ['10·.200.255.255:80 (169·.254.1.2)', 'private-address 10·.200.255.255', 'link-local-address 169·.254.1.2'],
    ['x10.0.0.1 _10.0.0.1 .10.0.0.1 -10.0.0.1 10.0.0.1x 10.0.0.1_ 10.0.0.1.2 1.10.0.0.1'],
    ['10.0.0 10.0.0.256 010.0.0.1 10.00.0.1 10.0.0.1000 10..0.1 1000.0.0.1 10.0.0. 12345.0.0.1'],
    [
      '10·.0.0.0 10·.0.0.0/16 10·.0.0.1/8',
      'private-address 10·.0.0.0',
      'private-address 10·.0.0.0',
      'private-address 10·.0.0.1',
    ],
    ['10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 169.254.0.0/16 10.0.0.0/8x'],
    ['192·.168.100.200', 'private-address 192·.168.100.200'],
    ['.. 10·.1.2.3', 'private-address 10·.1.2.3'],
    // The other family.
    ['fd·12:3456::1', 'private-address fd·12:3456::1'],
    ['fc·00::1 and [fd·00::1]:80', 'private-address fc·00::1', 'private-address fd·00::1'],
    [
      'at fe·80::a:1. And FE·80::B: so fe·80::c%eth0',
      ...['fe·80::a:1', 'FE·80::B', 'fe·80::c'].map((a) => `link-local-address ${a}`),
    ],
    ['fc00::/7 fd00::/8 fe80::/10 FE80::/10 and fc·00::/8', 'private-address fc·00::'],
    ['xfd12:3456::1 .fd12:3456::1 -fd12:3456::1 fd12:3456::1x fd12:3456::g 1fd12:3456::1'],
    ['fd·12:1:2:3:4:5:6:7', 'private-address fd·12:1:2:3:4:5:6:7'],
    ['fd12:1:2:3:4:5:6 fd12:1:2:3:4:5:6:7:8 fd12::1::2 fd12:12345::1'],
    ['::ffff:10·.0.0.1', 'private-address 10·.0.0.1', 'private-address ::ffff:10·.0.0.1'],
    ['::fd'],
  ];
  test.each(rows.map((row) => [row[0].slice(0, 100), row] as const))('%s', (_, row) => {
    tellsOf(findAddresses)(row);
  });

  test.each([
    ...[
      '10·.0.0.0',
      '10·.255.255.255',
      '172·.16.0.1',
      '172·.31.255.255',
      '192·.168.0.1',
      '100·.64.0.1',
      '100·.127.255.1',
    ].map((address) => [address, 'private-address'] as const),
    ...['169·.254.0.1', '169·.254.255.255'].map((address) => [address, 'link-local-address'] as const),
    ...[
      '172.15.1.1',
      '172.32.1.1',
      '192.167.1.1',
      '192.169.1.1',
      '100.63.1.1',
      '100.128.1.1',
      '169.253.1.1',
      '9.0.0.1',
    ].map((address) => [address, undefined] as const),
    ...[
      '11.0.0.1',
      '127.0.0.1',
      '170.254.1.1',
      '171.16.1.1',
      '191.168.1.1',
      '101.64.1.1',
      '10.256.0.1',
      '10.0.300.1',
    ].map((address) => [address, undefined] as const),
    ...['', '10', '10.0.0', '10.0.0.0.0', '10.0.0.', '10.0.0.01', '10.0.0.a', '10.0.0.1a', 'a10.0.0.1'].map(
      (address) => [address, undefined] as const,
    ),
  ])('%s is %s', (address, kind) => {
    expect(classOfV4(whole(address))).toBe(kind);
  });

  test.each([
    ...['fc·00::', 'fd·ff::1', 'FD·12:3456:789a:1:2:3:4:5', 'fd·12::1:2:3:4:5:6', 'fd·12:1:2:3:4:5::'].map(
      (address) => [address, 'private-address'] as const,
    ),
    ...['fe·80::1', 'fe·bf::1', 'fe·80:0:0:0:1:2:3:4'].map((address) => [address, 'link-local-address'] as const),
    ...[
      '::ffff:10·.1.2.3',
      '::ffff:a·01:203',
      '0:0:0:0:0:ffff:a·01:203',
      '64:ff9b::a·01:203',
      '64:ff9b::10·.1.2.3',
    ].map((address) => [address, 'private-address'] as const),
    ...['::ffff:a9·fe:1', '::10·.1.2.3'].map(
      (address, i) => [address, i === 0 ? 'link-local-address' : 'private-address'] as const,
    ),
    ...['::1', '::', 'fe7f::1', 'fec0::1', 'fbff::1', 'fe00::1', '2001:db8::1', '::ffff:8.8.8.8', '::fffe:a01:203'].map(
      (address) => [address, undefined] as const,
    ),
    ...[
      '65:ff9b::a01:203',
      'fd12',
      'fd12::1::2',
      'fd12:1:2:3:4:5:6',
      'fd12:1:2:3:4:5:6:7:8',
      'fd12:1:2:3:4:5:6:7::',
    ].map((address) => [address, undefined] as const),
    ...[
      'fd12::1:2:3:4:5:6:7:8',
      'fd12::12345',
      'fd12::x',
      'fd12::x1',
      'fd12::1x',
      'fd12:::1',
      '1:2:3:4:5:10.0.0.1',
    ].map((address) => [address, undefined] as const),
    ['1:2:3:4:5:6:10·.0.0.1', 'private-address'] as const,
    ['fd·12::8.8.8.8', 'private-address'] as const,
    ['fe·80::5efe:8.8.8.8', 'link-local-address'] as const,
    ['fd12::8.8.8', undefined] as const,
    ['fd12::add.bad', undefined] as const,
    ['fd12::8.8.8.8888', undefined] as const,
    ['2001:db8::8.8.8.8', undefined] as const,
    ['fd·12::1:2:3:4:10.0.0.1', 'private-address'] as const,
    ['fd12::1:2:3:4:5:10.0.0.1', undefined] as const,
    ['fd·12::1:2:3:4:5:6:10.0.0.1', undefined] as const,
  ])('%s is %s', (address, kind) => {
    expect(classOfV6(whole(address))).toBe(kind);
  });
});

test('all of them in one text, and secrets only where a lead stands', () => {
  const text = whole(`10·.0.0.1 /ho·me/ada a.la·n https://ada:s3cr·et@example.org`);
  expect(covered(text, findPlain(text))).toEqual(
    ['url-password ada:s3cr·et', 'private-address 10·.0.0.1', 'home-path /ho·me/ada', 'internal-host a.la·n'].map(
      whole,
    ),
  );
});

describe('folders of a machine', () => {
  const folders = [
    { path: '/w', as: '~' },
    { path: '/w/repo', as: '' },
    { path: '/', as: 'root' },
    { path: '', as: 'nothing' },
  ];
  test.each([
    ['/w/repo/src/a.rs', 'src/a.rs'],
    ['/w/repo\\src', 'src'],
    ['/w/repo', '.'],
    ['/w/repo: /w/x', '.: ~/x'],
    ['/w /', '~ /'],
    ['/w/repo/a /w/repo/b', 'a b'],
    ['/w/repository/w', '~/repository/w'],
    ['/w-x /w_x /wx /w.x', '/w-x /w_x /wx ~.x'],
    ['file:///w/x', 'file://~/x'],
    ['http:///w file:/x//w', 'http:///w file:/x//w'],
    ['a/w _/w ./w ~/w 0/w', 'a/w _/w ./w ~/w 0/w'],
    ['-I/w/x', '-I~/x'],
    ['cc -isystem/w/x (-L/w)', 'cc -isystem~/x (-L~)'],
    ['x-I/w --I/w -I a/w -isystems/w', 'x-I/w --I/w -I a/w -isystems/w'],
  ])('%s', (text, expected) => {
    expect(withoutWorkFolders(text, folders)).toBe(expected);
  });
});
