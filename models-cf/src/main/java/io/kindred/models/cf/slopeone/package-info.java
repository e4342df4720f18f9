/** Slope one: ratings from the mean differences between items. */
package io.kindred.models.cf.slopeone;
