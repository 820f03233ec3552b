/* The bits of a number. */
static uint64_t kassei_bits(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

/* The number of these bits. */
static double kassei_from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* The larger number; +0 is larger than -0, and NaN comes out of NaN. */
static double kassei_max(double a, double b) {
  if (a == b) {
    return a == 0 ? a + b : a;
  }
  if (a != a || b != b) {
    return a + b;
  }
  return a > b ? a : b;
}

/* The smaller number; -0 is smaller than +0, and NaN comes out of NaN. */
static double kassei_min(double a, double b) {
  if (a == b) {
    return a == 0 ? -(-a - b) : a;
  }
  if (a != a || b != b) {
    return a + b;
  }
  return a < b ? a : b;
}

/* -1, 0 or 1; NaN for NaN. */
static double kassei_sign(double x) {
  return x > 0 ? 1 : x < 0 ? -1 : x;
}

/* y = a * b, m x k times k x n; each y is one chain of fused multiply-adds. */
static void kassei_matmul(const double *a, const double *b, double *y, int m, int k, int n) {
  for (int i = 0; i < m; i++) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int p = 0; p < k; p++) {
        sum = fma(a[i * k + p], b[p * n + j], sum);
      }
      y[i * n + j] = sum;
    }
  }
}

/* y = a * transposed b, m x k times n x k. */
static void kassei_matmul_nt(const double *a, const double *b, double *y, int m, int k, int n) {
  for (int i = 0; i < m; i++) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int p = 0; p < k; p++) {
        sum = fma(a[i * k + p], b[j * k + p], sum);
      }
      y[i * n + j] = sum;
    }
  }
}

/* y = transposed a * b, k x m times k x n. */
static void kassei_matmul_tn(const double *a, const double *b, double *y, int m, int k, int n) {
  for (int i = 0; i < m; i++) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int p = 0; p < k; p++) {
        sum = fma(a[p * m + i], b[p * n + j], sum);
      }
      y[i * n + j] = sum;
    }
  }
}

/* Up to 16 terms are one chain, more are 16 stripes that are folded. */
static double kassei_sum_of_block(const double *x, int n) {
  double stripes[16] = {0};
  if (n <= 16) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i];
    }
    return sum;
  }
  for (int i = 0; i < n; i++) {
    stripes[i % 16] += x[i];
  }
  for (int half = 8; half > 0; half /= 2) {
    for (int i = 0; i < half; i++) {
      stripes[i] += stripes[i + half];
    }
  }
  return stripes[0];
}

/* The sum of n numbers, in blocks of 4096. */
static double kassei_sum(const double *x, int n) {
  double sum = 0;
  if (n <= 16) {
    return kassei_sum_of_block(x, n);
  }
  for (int i = 0; i < n; i += 4096) {
    sum += kassei_sum_of_block(x + i, n - i < 4096 ? n - i : 4096);
  }
  return sum;
}

/* y = the sum of each row. */
static void kassei_row_sum(const double *x, double *y, int rows, int n) {
  for (int i = 0; i < rows; i++) {
    y[i] = kassei_sum(x + i * n, n);
  }
}

/* y = the sum over the n rows of each of so many places; one chain per column. */
static void kassei_inner_sum(const double *x, double *y, int places, int n, int columns) {
  for (int i = 0; i < places; i++) {
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += x[(i * n + k) * columns + j];
      }
      y[i * columns + j] = sum;
    }
  }
}

/* y = the largest of the n rows of each of so many places, column by column. */
static void kassei_inner_max(const double *x, double *y, int places, int n, int columns) {
  for (int i = 0; i < places; i++) {
    for (int j = 0; j < columns; j++) {
      double max = x[i * n * columns + j];
      for (int k = 1; k < n; k++) {
        max = kassei_max(max, x[(i * n + k) * columns + j]);
      }
      y[i * columns + j] = max;
    }
  }
}

/* y = 1 at the first largest of the n rows of each place, 0 elsewhere. */
static void kassei_inner_first_max(const double *x, double *y, int places, int n, int columns) {
  for (int i = 0; i < places; i++) {
    for (int j = 0; j < columns; j++) {
      const double *from = x + i * n * columns + j;
      double max = from[0];
      int isFound = 0;
      for (int k = 1; k < n; k++) {
        max = kassei_max(max, from[k * columns]);
      }
      for (int k = 0; k < n; k++) {
        int isFirst = !isFound && from[k * columns] == max;
        y[(i * n + k) * columns + j] = isFirst ? 1 : 0;
        isFound = isFound || isFirst;
      }
    }
  }
}

/* y = the largest number of each row. */
static void kassei_row_max(const double *x, double *y, int rows, int n) {
  kassei_inner_max(x, y, rows, n, 1);
}

/* y = 1 at the first largest number of each row, 0 elsewhere. */
static void kassei_first_max(const double *x, double *y, int rows, int n) {
  kassei_inner_first_max(x, y, rows, n, 1);
}

/* y = so many columns of x. */
static void kassei_columns(
    const double *x, int from, int xColumns, double *y, int rows, int columns) {
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) {
      y[i * columns + j] = x[i * xColumns + from + j];
    }
  }
}

/* Some columns of y = x. */
static void kassei_into_columns(
    const double *x, int columns, double *y, int from, int rows, int yColumns) {
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) {
      y[i * yColumns + from + j] = x[i * columns + j];
    }
  }
}

/* n zeros. */
static void kassei_zeros(double *y, int n) {
  for (int i = 0; i < n; i++) {
    y[i] = 0;
  }
}

/* y = each row n times. */
static void kassei_repeat(const double *x, double *y, int rows, int n, int columns) {
  for (int i = 0; i < rows * n; i++) {
    for (int j = 0; j < columns; j++) {
      y[i * columns + j] = x[i / n * columns + j];
    }
  }
}

/* y = the transposes of so many matrices of n rows. */
static void kassei_transposed(const double *x, double *y, int count, int n, int columns) {
  for (int i = 0; i < count; i++) {
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k < n; k++) {
        y[(i * columns + j) * n + k] = x[(i * n + k) * columns + j];
      }
    }
  }
}

/* y = the rows of a table at the numbers in index; 0 if there is no such row. */
static int kassei_gather(
    const double *table, int size, const double *index, double *y, int rows, int columns) {
  for (int i = 0; i < rows; i++) {
    int row = index[i] > -1 && index[i] < size ? (int) index[i] : -1;
    if (row < 0 || row != index[i]) {
      return 0;
    }
    for (int j = 0; j < columns; j++) {
      y[i * columns + j] = table[row * columns + j];
    }
  }
  return 1;
}

/* What stands at a position of an image, or beyond its ends. */
static double kassei_seen(
    const double *x, int height, int width, int channels, int row, int column, int channel,
    double beyond) {
  if (row < 0 || row >= height || column < 0 || column >= width) {
    return beyond;
  }
  return x[(row * width + column) * channels + channel];
}

/*
 * y = what a window sees at each of its places. A window is its size, stride, padding before,
 * dilation, each for rows and columns, then the places in rows and columns.
 */
static void kassei_windows(
    const double *x, int height, int width, int channels, const int *window, double beyond, double *y) {
  for (int place = 0; place < window[8] * window[9]; place++) {
    int top = place / window[9] * window[2] - window[4];
    int left = place % window[9] * window[3] - window[5];
    for (int tap = 0; tap < window[0] * window[1]; tap++) {
      int row = top + tap / window[1] * window[6];
      int column = left + tap % window[1] * window[7];
      for (int channel = 0; channel < channels; channel++) {
        *y++ = kassei_seen(x, height, width, channels, row, column, channel, beyond);
      }
    }
  }
}

/*
 * y = what a window sees at each of its places, times weights of so many outputs; each y is one
 * chain of fused multiply-adds. A window is as that of windows.
 */
static void kassei_convolution(
    const double *x, int height, int width, int channels, const int *window, double beyond,
    const double *weights, int outputs, double *y) {
  for (int place = 0; place < window[8] * window[9]; place++) {
    int top = place / window[9] * window[2] - window[4];
    int left = place % window[9] * window[3] - window[5];
    for (int output = 0; output < outputs; output++) {
      const double *weight = weights + output;
      double sum = 0;
      for (int tap = 0; tap < window[0] * window[1]; tap++) {
        int row = top + tap / window[1] * window[6];
        int column = left + tap % window[1] * window[7];
        for (int channel = 0; channel < channels; channel++) {
          double seen = kassei_seen(x, height, width, channels, row, column, channel, beyond);
          sum = fma(seen, *weight, sum);
          weight += outputs;
        }
      }
      y[place * outputs + output] = sum;
    }
  }
}
