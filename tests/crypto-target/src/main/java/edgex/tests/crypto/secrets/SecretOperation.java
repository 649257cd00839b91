package edgex.tests.crypto.secrets;

/**
 * An operation on secrets, which it marks itself.
 *
 * @param name algorithm and operation
 * @param body does it once
 */
record SecretOperation(String name, Runnable body) {}
