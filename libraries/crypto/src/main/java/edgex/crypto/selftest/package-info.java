/** Known-answer tests that a device runs before it trusts its cryptography. */
package edgex.crypto.selftest;
