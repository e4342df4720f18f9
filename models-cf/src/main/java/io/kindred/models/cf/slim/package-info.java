/** Sparse linear methods: each item predicted from few others by elastic-net regression. */
package io.kindred.models.cf.slim;
