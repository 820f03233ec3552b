/* The bits of 2^n, given n + 12583039.0f. */
static uint32_t kassei_power_of_two_bits(float t) {
  return kassei_bits(t) << 23;
}

/* x - n*ln 2; the first step is exact, as the difference fits into 24 bits. */
static float kassei_reduce_by_ln2(float x, float n) {
  return fmaf(n, 1.9046542e-9f, fmaf(n, -0.6931472f, x));
}

/* (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2. */
static float kassei_expm1_polynomial(float r) {
  float p = 0.0013940913f;
  p = fmaf(p, r, 0.008366791f);
  p = fmaf(p, r, 0.0416664f);
  p = fmaf(p, r, 0.16666542f);
  p = fmaf(p, r, 0.5f);
  return p;
}

/* e^r - 1 for |r| <= ln 2 / 2. */
static float kassei_expm1_of_reduced(float r) {
  return fmaf(kassei_expm1_polynomial(r), r * r, r);
}

/* e^x. */
static float kassei_exp(float x) {
  float clamped = kassei_min(kassei_max(x, -104), 89);
  float t = fmaf(clamped, 1.442695f, 12583039.0f);
  float q = kassei_expm1_of_reduced(kassei_reduce_by_ln2(clamped, t - 12583039.0f));
  int negative = clamped < 0;
  uint32_t shift = negative ? 0 - (UINT32_C(64) << 23) : UINT32_C(1) << 23;
  float unscale = negative ? 5.4210108624275222e-20f : 2;
  float power = kassei_from_bits(kassei_power_of_two_bits(t) - shift);
  return fmaf(q, power, power) * unscale;
}

/* 2^(n-1), which is finite for the largest n, given n + 12583039.0f. */
static float kassei_half_power(float t) {
  return kassei_from_bits(kassei_power_of_two_bits(t) - (UINT32_C(1) << 23));
}

/* e^x - 1. */
static float kassei_expm1(float x) {
  float clamped = kassei_min(kassei_max(x, -20), 89);
  float t = fmaf(clamped, 1.442695f, 12583039.0f);
  float n = t - 12583039.0f;
  float high = fmaf(n, -0.6931472f, clamped);
  float r = fmaf(n, 1.9046542e-9f, high);
  float tail = fmaf(kassei_expm1_polynomial(r), r * r, n * 1.9046542e-9f);
  float q = high + tail;
  float qLow = tail - (q - high);
  float half = kassei_half_power(t);
  float y = fmaf(qLow, half, fmaf(q, half, half - 0.5f)) * 2;
  return fabsf(x) < 2.9802322387695313e-8f ? x : y;
}

/* k + 127 as a float, given the bits of 2^k*m plus 1 - 2/3: no conversion instruction needed. */
static float kassei_biased_exponent(uint32_t biased) {
  return kassei_from_bits((biased >> 23) | UINT32_C(0x4b000000)) - 8388608.0f;
}

/* m between 2/3 and 4/3, given the bits of 2^k*m plus 1 - 2/3. */
static float kassei_mantissa(uint32_t biased) {
  return kassei_from_bits((biased & ((UINT32_C(1) << 23) - 1)) + UINT32_C(0x3f2aaaab));
}

/* k*ln 2 + log(1 + f) + low; ln 2 rounded to float is right to 28 bits. */
static float kassei_log_of_reduced(float f, float k, float low) {
  float p = -0.1311166f;
  p = fmaf(p, f, 0.13821381f);
  p = fmaf(p, f, -0.12136304f);
  p = fmaf(p, f, 0.14043228f);
  p = fmaf(p, f, -0.16683657f);
  p = fmaf(p, f, 0.20007741f);
  p = fmaf(p, f, -0.24999738f);
  p = fmaf(p, f, 0.33333275f);
  p = fmaf(p, f, -0.5f);
  return fmaf(k, 0.6931472f, fmaf(p, f * f, low) + f);
}

/* y, or the limit of the logarithm of u where x or u leave its domain. */
static float kassei_with_log_limits(float x, float u, float y) {
  float finite = x < (float) INFINITY ? y : x;
  float nonZero = u == 0 ? -(float) INFINITY : finite;
  return u < 0 ? (float) NAN : nonZero;
}

/* The natural logarithm of x. */
static float kassei_log(float x) {
  int subnormal = x < 1.17549435e-38f;
  float scaled = subnormal ? x * 33554432.0f : x;
  uint32_t biased = kassei_bits(scaled) + (UINT32_C(0x3f800000) - UINT32_C(0x3f2aaaab));
  float k = kassei_biased_exponent(biased) - (subnormal ? 127 + 25 : 127);
  float y = kassei_log_of_reduced(kassei_mantissa(biased) - 1, k, 0);
  return kassei_with_log_limits(x, x, y);
}

/* log(1 + x). */
static float kassei_log1p(float x) {
  float u = 1 + x;
  float c = kassei_min(x, 1) - (u - kassei_max(x, 1));
  uint32_t biased = kassei_bits(u) + (UINT32_C(0x3f800000) - UINT32_C(0x3f2aaaab));
  /* 2^(2-k), because 2^-k is subnormal for the largest x. */
  float power = kassei_from_bits((UINT32_C(256) << 23) - (biased & ~((UINT32_C(1) << 23) - 1)));
  float correction = 0.25f * c * power;
  float g = kassei_mantissa(biased) - 1;
  float f = g + correction;
  float low = correction - (f - g);
  float y = kassei_log_of_reduced(f, kassei_biased_exponent(biased) - 127, low);
  return kassei_with_log_limits(x, u, fabsf(x) < 2.9802322387695313e-8f ? x : y);
}

/* The hyperbolic tangent of x. */
static float kassei_tanh(float x) {
  float clamped = kassei_max(-2 * fabsf(x), -20);
  float t = fmaf(clamped, 1.442695f, 12583039.0f);
  float n = t - 12583039.0f;
  /* ln 2 needs no second part: what it would add to e^r, 2^n shrinks. */
  float q = kassei_expm1_of_reduced(fmaf(n, -0.6931472f, clamped));
  float half = kassei_half_power(t);
  float h = fmaf(q, half, half - 0.5f);
  /* y = -h - h*y halves the error of the quotient. */
  float y = -h / (1 + h);
  return copysignf(fmaf(-h, y, -h), x);
}

/* 2^(64+n), normal for every n <= 0 in use, given n + 12583039.0f. */
static float kassei_scaled_power(float t) {
  return kassei_from_bits(kassei_power_of_two_bits(t) + (UINT32_C(64) << 23));
}

/* e^x for x <= 0: one comparison less than exp. */
static float kassei_exp_of_non_positive(float x) {
  float clamped = kassei_max(x, -104);
  float t = fmaf(clamped, 1.442695f, 12583039.0f);
  float q = kassei_expm1_of_reduced(kassei_reduce_by_ln2(clamped, t - 12583039.0f));
  float power = kassei_scaled_power(t);
  return fmaf(q, power, power) * 5.4210108624275222e-20f;
}

/* The logistic function 1 / (1 + e^(-x)). */
static float kassei_sigmoid(float x) {
  float e = kassei_exp_of_non_positive(-fabsf(x));
  return (x < 0 ? e : 1) / (1 + e);
}

/* The derivative of the logistic function, sigmoid(x)*sigmoid(-x). */
static float kassei_sigmoid_derivative(float x) {
  float e = kassei_exp_of_non_positive(-fabsf(x));
  return e / fmaf(e, 2 + e, 1);
}

/* 2*atanh(s)/s - 2 as a function of z = s^2 <= 1/9. */
static float kassei_atanh_remainder(float z) {
  float p = 0.28029367f;
  p = fmaf(p, z, 0.27998227f);
  p = fmaf(p, z, 0.4002175f);
  p = fmaf(p, z, 0.6666641f);
  return z * p;
}

/* log(1 + e^x). */
static float kassei_softplus(float x) {
  float e = kassei_exp_of_non_positive(-fabsf(x));
  float s = e / (2 + e);
  float y = fmaf(-s, e - kassei_atanh_remainder(s * s), e);
  return kassei_max(x, 0) + y;
}

/* erf(x)/x - 1 as a function of z = x^2 < 1. */
static float kassei_erf_polynomial(float z) {
  float p = 7.920369e-5f;
  p = fmaf(p, z, -0.00080307614f);
  p = fmaf(p, z, 0.005190734f);
  p = fmaf(p, z, -0.026855126f);
  p = fmaf(p, z, 0.11283618f);
  p = fmaf(p, z, -0.3761263f);
  p = fmaf(p, z, 0.12837917f);
  return p;
}

/* log(erfc(x)) for 1 <= x <= 3.95. */
static float kassei_log_erfc_polynomial(float x) {
  float p = 0.00018671917f;
  p = fmaf(p, x, -0.0029513137f);
  p = fmaf(p, x, 0.021854075f);
  p = fmaf(p, x, -0.10314332f);
  p = fmaf(p, x, -0.6380989f);
  p = fmaf(p, x, -1.1271193f);
  p = fmaf(p, x, -0.00033347303f);
  return p;
}

/* The error function, 2/sqrt(pi) times the integral from 0 to x of e^(-t^2) dt. */
static float kassei_erf(float x) {
  float small = fmaf(x, kassei_erf_polynomial(x * x), x);
  float power = kassei_log_erfc_polynomial(kassei_min(fabsf(x), 3.95f));
  float t = fmaf(power, 1.442695f, 12583039.0f);
  float q = kassei_expm1_of_reduced(kassei_reduce_by_ln2(power, t - 12583039.0f));
  float scale = kassei_from_bits(kassei_power_of_two_bits(t));
  float large = copysignf(fmaf(-q, scale, 1 - scale), x);
  return fabsf(x) < 1 ? small : large;
}

/* 2^(64)*factor*e^(x + low) for -105 < x <= 0, which is normal where e^x is not. */
static float kassei_scaled_exp(float x, float low, float factor) {
  float t = fmaf(x, 1.442695f, 12583039.0f);
  float n = t - 12583039.0f;
  float q = kassei_expm1_of_reduced(fmaf(n, -0.6931472f, x) + fmaf(n, 1.9046542e-9f, low));
  float scale = kassei_scaled_power(t) * factor;
  return fmaf(q, scale, scale);
}

/* e^(x^2)*erfc(x)*(x + c) as a function of q = 1 - 2c / (x + c); at -1 such that erfc(0) is 1. */
static float kassei_erfc_polynomial(float q) {
  float p = 0.0006318492f;
  p = fmaf(p, q, 0.0007627039f);
  p = fmaf(p, q, -0.0059106452f);
  p = fmaf(p, q, 0.0014343626f);
  p = fmaf(p, q, 0.053821832f);
  p = fmaf(p, q, -0.21558283f);
  p = fmaf(p, q, 0.5004483f);
  p = fmaf(p, q, -0.8325984f);
  p = fmaf(p, q, 1.0612745f);
  return p;
}

static float kassei_erfc_of_non_negative(float x) {
  float clamped = kassei_min(x, 10.1f);
  float d = clamped + 2.65625f;
  float dLow = clamped - (d - 2.65625f);
  float t = 1 / d;
  /* What 1 / (x + c) is more than t: without it the result is off by some 6 ulp. */
  float tLow = t * fmaf(-t, dLow, fmaf(-t, d, 1));
  float q = fmaf(-2 * 2.65625f, tLow, fmaf(-2 * 2.65625f, t, 1));
  float factor = (t + tLow) * kassei_erfc_polynomial(q);
  float square = clamped * clamped;
  float squareLow = fmaf(clamped, clamped, -square);
  /* The factor comes before the scaling, or it would multiply a rounded subnormal. */
  return kassei_scaled_exp(-square, -squareLow, factor) * 5.4210108624275222e-20f;
}

/* The complementary error function, 1 - erf(x). */
static float kassei_erfc(float x) {
  float y = kassei_erfc_of_non_negative(fabsf(x));
  return x < 0 ? 2 - y : y;
}

/* x - n*pi/2; the first step is exact, as the difference fits into 24 bits. */
static float kassei_reduce_by_half_pi(float x, float n) {
  float r = fmaf(n, 4.371139e-8f, fmaf(n, -1.5707964f, x));
  return fmaf(n, 1.7151245e-15f, r);
}

static float kassei_sin_of_reduced(float r, float z) {
  float p = -0.00019517198f;
  p = fmaf(p, z, 0.0083321845f);
  p = fmaf(p, z, -0.16666655f);
  return fmaf(r * z, p, r);
}

static float kassei_cos_of_reduced(float z) {
  float p = 2.4430683e-5f;
  p = fmaf(p, z, -0.0013887301f);
  p = fmaf(p, z, 0.041666646f);
  return fmaf(fmaf(p, z, -0.5f), z, 1);
}

/* sin(r + quadrant*pi/2), of which the two lowest bits of the quadrant count. */
static float kassei_sin_of_quadrant(float r, uint32_t quadrant) {
  float z = r * r;
  float y = (quadrant & 1) == 0 ? kassei_sin_of_reduced(r, z) : kassei_cos_of_reduced(z);
  uint32_t sign = (quadrant & 2) << 30;
  return kassei_from_bits(kassei_bits(y) ^ sign);
}

/* The sine of x, in radians. */
static float kassei_sin(float x) {
  float t = fmaf(x, 0.63661975f, 12582912.0f);
  float r = kassei_reduce_by_half_pi(x, t - 12582912.0f);
  float y = kassei_sin_of_quadrant(r, kassei_bits(t));
  float nonZero = x == 0 ? x : y;
  return fabsf(x) <= 131072.0f ? nonZero : (float) sin(x);
}

/* The cosine of x, in radians. */
static float kassei_cos(float x) {
  float t = fmaf(x, 0.63661975f, 12582912.0f);
  float r = kassei_reduce_by_half_pi(x, t - 12582912.0f);
  float y = kassei_sin_of_quadrant(r, kassei_bits(t) + 1);
  return fabsf(x) <= 131072.0f ? y : (float) cos(x);
}

/* (atan(t)/t - 1)/t^2 as a function of z = t^2 <= 1. */
static float kassei_atan_polynomial(float z) {
  float p = -0.0018265757f;
  p = fmaf(p, z, 0.011059091f);
  p = fmaf(p, z, -0.03144046f);
  p = fmaf(p, z, 0.05821347f);
  p = fmaf(p, z, -0.084178835f);
  p = fmaf(p, z, 0.10956933f);
  p = fmaf(p, z, -0.14265111f);
  p = fmaf(p, z, 0.19998626f);
  p = fmaf(p, z, -0.33333302f);
  return p;
}

/* The arc tangent of x, in radians. */
static float kassei_atan(float x) {
  float size = fabsf(x);
  float t = kassei_min(size, 1) / kassei_max(size, 1);
  float z = t * t;
  float y = fmaf(t * z, kassei_atan_polynomial(z), t);
  float complement = 1.5707964f - (y - -4.371139e-8f);
  return copysignf(size > 1 ? complement : y, x);
}
