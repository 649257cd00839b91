/** Programs that handle marked secrets, for tools that watch where the secrets go. */
package edgex.tests.crypto.secrets;
