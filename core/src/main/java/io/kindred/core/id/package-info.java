/** String ids outside, dense indices inside. */
package io.kindred.core.id;
