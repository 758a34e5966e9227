import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const bindingRequest = 0x0001;
const bindingResponse = 0x0101;
const xorMappedAddress = 0x0020;
const magic = 0x2112_a442;

/** Says to who asks where they come from (RFC 8489), since without a server of its own a peer would look up a public one. */
export async function openStun(): Promise<{ readonly url: string; readonly close: () => void }> {
  const socket = createSocket('udp4');
  socket.on('message', (request, from) => {
    if (request.length < 20 || request.readUInt16BE(0) !== bindingRequest) return;
    const answer = Buffer.alloc(32);
    answer.writeUInt16BE(bindingResponse, 0);
    answer.writeUInt16BE(12, 2);
    request.copy(answer, 4, 4, 20);
    answer.writeUInt16BE(xorMappedAddress, 20);
    answer.writeUInt16BE(8, 22);
    answer.writeUInt16BE(1, 24);
    answer.writeUInt16BE(from.port ^ (magic >>> 16), 26);
    const address = from.address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
    answer.writeUInt32BE((address ^ magic) >>> 0, 28);
    socket.send(answer, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { url: `stun:127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}
