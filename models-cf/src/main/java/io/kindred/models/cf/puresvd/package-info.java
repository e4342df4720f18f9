/** PureSVD: the truncated singular value decomposition of the user-item matrix. */
package io.kindred.models.cf.puresvd;
