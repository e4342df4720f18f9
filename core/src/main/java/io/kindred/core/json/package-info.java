/** JSON for manifests, parameters and reports, as plain values. */
package io.kindred.core.json;
