/** Public keys as SubjectPublicKeyInfo (RFC 5280), private keys as OneAsymmetricKey (RFC 5958). */
package edgex.crypto.encoding.key;
