/** A program to copy: it counts lines, words and bytes. */
package edgex.apps.template;
