/** Dense linear algebra on matrices stored in panels of 16 columns, for many small least-squares problems. */
package io.kindred.models.cf.panel;
