/** The serving forms and the one dispatcher from a query to a list. */
package io.kindred.core.scorer;
