/** Models on their way to a device: what they hold, and their weights and products in 8 bits. */
package edgex.host.model;
