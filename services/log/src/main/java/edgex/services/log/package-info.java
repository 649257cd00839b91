/** The system log of this session. */
package edgex.services.log;
