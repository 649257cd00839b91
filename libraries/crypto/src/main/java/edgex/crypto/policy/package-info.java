/** Which algorithms are allowed, decided in one table, and the bill of materials made of it. */
package edgex.crypto.policy;
