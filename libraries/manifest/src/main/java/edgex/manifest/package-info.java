/**
 * What runs on a device: components, what each may do, and how they are connected. The image
 * builder writes the manifest, the supervisor reads it; both use {@link edgex.manifest.Manifest}.
 */
package edgex.manifest;
