/**
 * Keys that are used by handle and never given out: what each may be used for and by whom, stored
 * sealed under a root that the device has, with a log that cannot be cut unnoticed; and the chain
 * of certificates by which a device says what it runs.
 */
package edgex.keystore;
