import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why an address is not asked. */
export type AddressRefusal = 'not-a-web-address' | 'not-https' | 'with-credentials' | 'private';

/** What IANA's registries keep from the public Internet, in IPv4. */
const specialV4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  specialV4.addSubnet(network, prefix);
}

/** In IPv6 only 2000::/3 is given out, and these parts of it lead elsewhere: Teredo and its kin, 6to4, documentation. */
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');
const specialV6 = new BlockList();
specialV6.addSubnet('2001::', 23, 'ipv6');
specialV6.addSubnet('2001:db8::', 32, 'ipv6');
specialV6.addSubnet('2002::', 16, 'ipv6');
specialV6.addSubnet('3fff::', 20, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether an IP address is one of the public Internet: not of this machine, its network, or its provider's. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !specialV4.check(address);
    case 6:
      return globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
    default:
      return false;
  }
}

const isLoopback = (address: string) =>
  loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** `allowsLoopback`: the operator lets addresses of this machine be asked, and without https (tests). */
export type AddressPolicy = { readonly allowsLoopback: boolean };

const allowed = (address: string, { allowsLoopback }: AddressPolicy) =>
  isPublicAddress(address) || (allowsLoopback && isLoopback(address));

/** The host of a web address, without the brackets of an IPv6 one. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1');

/** VE-66: reads a web address that may be asked, as far as its text tells. What its name leads to is for `publicLookup`. */
export function checkAddress(text: string, policy: AddressPolicy): URL | AddressRefusal {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return 'not-a-web-address';
  if (url.username !== '' || url.password !== '') return 'with-credentials';
  const host = hostOf(url);
  const isNumber = isIP(host) !== 0;
  if (isNumber && !allowed(host, policy)) return 'private';
  const isHere = policy.allowsLoopback && (host === 'localhost' || (isNumber && isLoopback(host)));
  return url.protocol === 'https:' || isHere ? url : 'not-https';
}

/** A name led to an address that is not asked. */
export class PrivateAddressError extends Error {}

/**
 * Resolves names for a connection, and refuses those that lead to any address which is not public. The connection is
 * made to the very addresses that were checked: a name cannot change its mind in between.
 */
export function publicLookup(policy: AddressPolicy): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      if (!found.every(({ address }) => allowed(address, policy))) {
        return done(new PrivateAddressError(), []);
      }
      const [first] = found;
      if (options.all === true || first === undefined) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
}
