/** The bytes that a DSSE signature is made over: the pre-authentication encoding (github.com/secure-systems-lab/dsse, protocol.md). */
export function dsseEncoding(payloadType: string, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `), payload]);
}
