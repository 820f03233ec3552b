/*
 * @origin@
 *
 * int kassei_predict(const double *x, double *y)
 *
 * predicts from one row. x holds one number per column, in the order of
 * kassei_column_names@categorical@.
 * y receives @result@.
 * It returns 0, or the number of the column, from 1, whose number cannot be used; -1 for a number
 * that is no row of an embedding.
 *
 * Nothing is allocated; KASSEI_STACK_BYTES bytes of numbers are kept on the stack. The results have
 * the bits of Kassei's own where @type@ is the IEEE type and nothing reorders arithmetic, so not
 * with -ffast-math and its like, nor on an x87@sines@.
 */
#ifndef KASSEI_H
#define KASSEI_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#define KASSEI_COLUMNS @columns@
#define KASSEI_OUTPUTS @outputs@
#define KASSEI_STACK_BYTES @bytes@

/* A product and a sum are rounded one after the other, and fused only where fma says so. */
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC push_options
#pragma GCC optimize("fp-contract=off")
#elif defined(_MSC_VER)
#pragma fp_contract(off)
#else
#pragma STDC FP_CONTRACT OFF
#endif

@names@
@constants@
@functions@
static inline int kassei_predict(const double *x, double *y) {
  @type@ scratch[@size@];
@pointers@
@statements@  return 0;
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC pop_options
#endif

#endif
