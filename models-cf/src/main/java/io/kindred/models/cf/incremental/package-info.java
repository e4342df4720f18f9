/** Going on from an earlier model when interactions, users or items have been added. */
package io.kindred.models.cf.incremental;
