/** Reference results of independent implementations. */
package io.kindred.models.cf.golden;
