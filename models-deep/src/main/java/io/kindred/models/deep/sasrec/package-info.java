/** SASRec: self-attention over a user's sequence (Kang and McAuley, Self-Attentive Sequential Recommendation, 2018). */
package io.kindred.models.deep.sasrec;
