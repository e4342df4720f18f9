/** Networks written as DJL blocks, and what trains them. */
package io.kindred.models.deep;
