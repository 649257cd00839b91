/** AES and its modes: GCM, GCM-SIV, XTS, CTR and key wrapping. */
package edgex.crypto.aes;
