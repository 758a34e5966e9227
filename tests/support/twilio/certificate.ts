import { createHash, X509Certificate } from 'node:crypto';
import { CipherContext, HashAlgorithm, NamedCurveAlgorithm, SignatureAlgorithm } from 'werift';

/** A certificate that nobody signed but itself, made for one run. `pin`: what Chromium is told to trust, and nothing else. */
export async function selfSignedCertificate(): Promise<{
  readonly cert: string;
  readonly key: string;
  readonly pin: string;
}> {
  const { certPem, keyPem } = await CipherContext.createSelfSignedCertificateWithKey(
    { hash: HashAlgorithm.sha256_4, signature: SignatureAlgorithm.ecdsa_3 },
    NamedCurveAlgorithm.secp256r1_23,
  );
  const publicKey = new X509Certificate(certPem).publicKey.export({ type: 'spki', format: 'der' });
  const pin = createHash('sha256').update(publicKey).digest('base64');
  return { cert: certPem, key: keyPem, pin };
}
