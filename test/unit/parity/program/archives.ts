import { deflateRawSync } from 'node:zlib';

/** A member as a test wants it, honest or not. */
export interface TarMember {
  readonly name: string;
  readonly body: Uint8Array;
  readonly type?: string;
  readonly link?: string;
  /** What the header says instead of the real length. */
  readonly size?: number;
  readonly badSum?: boolean;
}

/** A tar archive, written member by member. */
export function tar(members: readonly TarMember[], end: Uint8Array = Buffer.alloc(1024)): Buffer {
  return Buffer.concat([...members.flatMap(tarMember), end]);
}

function tarMember({ name, body, type = '0', link = '', size = body.length, badSum = false }: TarMember): Buffer[] {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100, 'latin1');
  header.write('0000644\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(type, 156);
  header.write(link, 157, 100, 'latin1');
  header.write('ustar\x0000', 257);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0) + (badSum ? 1 : 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, Buffer.concat([body, Buffer.alloc((512 - (body.length % 512)) % 512)])];
}

/** A record of an extended header. */
export function record(keyword: string, value: string): Buffer {
  const tail = ` ${keyword}=${value}\n`;
  let length = tail.length + 1;
  while (String(length).length + tail.length !== length) length = String(length).length + tail.length;
  return Buffer.from(`${length}${tail}`);
}

export interface ZipMember {
  readonly name: string;
  readonly body: Uint8Array;
  /** Name in the local header, when it differs. */
  readonly localName?: string;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode with file type. */
  readonly mode?: number;
  /** Size that the directory declares. */
  readonly size?: number;
  /** Where the directory says the member begins. */
  readonly at?: number;
}

/** A zip archive, written member by member; `end` changes fields of the record at its end. */
export function zip(
  members: readonly ZipMember[],
  end: { count?: number; begin?: number; tail?: Buffer } = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const { name, body, method = 8, flags = 0x0808, mode = 0o100644 } = member;
    const packed = method === 8 ? deflateRawSync(body) : Buffer.from(body);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE((member.localName ?? name).length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(member.size ?? body.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(member.at ?? at, 42);
    const whole = Buffer.concat([local, Buffer.from(member.localName ?? name, 'latin1'), packed]);
    locals.push(whole);
    directory.push(central, Buffer.from(name, 'latin1'));
    at += whole.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.count ?? members.length, 8);
  last.writeUInt16LE(end.count ?? members.length, 10);
  last.writeUInt32LE(length, 12);
  last.writeUInt32LE(end.begin ?? at, 16);
  return Buffer.concat([...locals, ...directory, last, end.tail ?? Buffer.alloc(0)]);
}
