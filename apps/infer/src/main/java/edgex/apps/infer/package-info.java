/** The {@code infer} command: runs models on files and says what they contain. */
package edgex.apps.infer;
