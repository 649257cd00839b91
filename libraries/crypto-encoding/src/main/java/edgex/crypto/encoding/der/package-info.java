/** The distinguished encoding rules of ASN.1 (X.690, section 10 and 11), and PEM around them. */
package edgex.crypto.encoding.der;
