/** The folder-dependency check: a folder is a trust level, and a table says who may use whom. */
package edgex.toolchain.dependencies;
