/**
 * The root process: starts the components of the image with exactly what the manifest grants,
 * restarts what fails, and starts programs for those who may ask.
 */
package edgex.services.supervisor;
