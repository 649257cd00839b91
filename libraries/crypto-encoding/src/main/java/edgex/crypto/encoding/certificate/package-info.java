/** X.509 certificates (RFC 5280): made, read, and chains of them verified. */
package edgex.crypto.encoding.certificate;
