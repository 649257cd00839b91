/**
 * The services of the system, declared once; clients, dispatchers and reference pages are
 * generated.
 */
package edgex.abi.service;
