/** Random numbers: noise sources, their health tests, and a generator (SP 800-90A, B and C). */
package edgex.crypto.random;
