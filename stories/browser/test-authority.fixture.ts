// A certificate authority for one story, made anew each time and trusted by nobody: signs one server's certificate.

import { createHash, webcrypto } from 'node:crypto'
import type { X509Certificate } from '@peculiar/x509'

const DAY = 86_400_000

export interface Made {
  /** PEM: the server's certificate, then the authority's. */
  readonly chain: string
  readonly key: string
  /** PEM of the authority alone. */
  readonly authority: string
  /** SHA-256 of the server's public key, as Chromium wants it. */
  readonly fingerprint: string
}

/** An authority of its own and a certificate for one name, both for a day. */
export async function certificateFor(name: string): Promise<Made> {
  // While it is loaded, the library asks for metadata of its classes; that there are none is a good answer.
  Object.assign(Reflect, { getMetadata: () => undefined, getOwnMetadata: () => undefined })
  const x509 = await import('@peculiar/x509')
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const [authorityKeys, serverKeys] = [await keys(), await keys()]
  const validity = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + DAY) }
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Huce story authority',
    ...validity,
    signingAlgorithm: algorithm,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  })
  const server = await x509.X509CertificateGenerator.create({
    serialNumber: '02',
    subject: `CN=${name}`,
    issuer: authority.subject,
    ...validity,
    signingAlgorithm: algorithm,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  })
  const secret = await webcrypto.subtle.exportKey('pkcs8', serverKeys.privateKey)
  return {
    chain: `${pem(server)}\n${pem(authority)}\n`,
    key: `${x509.PemConverter.encode(secret, 'PRIVATE KEY')}\n`,
    authority: pem(authority),
    fingerprint: createHash('sha256').update(Buffer.from(server.publicKey.rawData)).digest('base64'),
  }
}

function pem(certificate: X509Certificate): string {
  return certificate.toString('pem')
}
