import { BlockList, isIPv6 } from 'node:net';

/** Networks that no address of the internet lies in: loopback, private use, link-local, shared, documentation, multicast, reserved (RFC 6890 and its IANA registries). */
const closed = new BlockList();
for (const [network, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) closed.addSubnet(network, bits, 'ipv4');
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [['2001:db8::', 32], ['2001::', 32], ['2002::', 16], ['3fff::', 20]] as const) closed.addSubnet(network, bits, 'ipv6');

/** Whether an IP address leads to this host or a network of its owner. Of IPv6 only what is given out for the internet is open; what carries an IPv4 address inside is closed. */
export function isPrivateAddress(address: string): boolean {
  return isIPv6(address) ? !open.check(address, 'ipv6') || closed.check(address, 'ipv6') : closed.check(address, 'ipv4');
}
