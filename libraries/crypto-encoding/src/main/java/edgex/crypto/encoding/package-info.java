/**
 * Keys, certificates and signatures as other programs write them: DER, PEM, X.509, CBOR and COSE.
 *
 * <p>Decoders are strict: one value has one encoding, and bytes that are not that encoding are
 * refused with an {@link edgex.crypto.CryptoException} that says what and where.
 */
package edgex.crypto.encoding;
