// Matrix products over a BLAS that is loaded at run time (cblas_sgemm or dnnl_sgemm): gemm LIB NAME THREADS ROUNDS PASS:m,n,k ...
// Prints a line a round: what, threads, name, GFLOP/s (median of a tenth of a second). gcc -O2 -fopenmp gemm.c -o gemm -ldl
#define _GNU_SOURCE
#include <dlfcn.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef void (*Cblas)(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);
typedef int (*Dnnl)(char, char, long, long, long, float, const float *, long, const float *, long, float, float *, long);

static Cblas cblas;
static Dnnl dnnl;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static float *filled(long count) {
    float *p = aligned_alloc(4096, (count * 4 + 4095) / 4096 * 4096);
    for (long i = 0; i < count; i++) p[i] = i % 13 / 13.f - 0.5f;
    return p;
}

static int order(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void product(char pass, int m, int n, int k, const float *a, const float *b, float *c) {
    int turnA = pass == 'w', turnB = pass == 'i', rowA = turnA ? m : k, rowB = turnB ? k : n;
    float scale = turnA ? 1e-9f : 1, keep = turnB ? 0 : 1;
    if (cblas) cblas(101, turnA ? 112 : 111, turnB ? 112 : 111, m, n, k, scale, a, rowA, b, rowB, keep, c, n);
    else dnnl(turnA ? 'T' : 'N', turnB ? 'T' : 'N', m, n, k, scale, a, rowA, b, rowB, keep, c, n);
}

static double roundOf(char pass, int m, int n, int k, const float *a, const float *b, float *c) {
    double start = now();
    product(pass, m, n, k, a, b, c);
    int repeats = 0.1 / (now() - start);
    repeats = repeats < 2 ? 2 : repeats > 100000 ? 100000 : repeats;
    double *times = malloc(repeats * sizeof(double));
    for (int i = 0; i < repeats; i++) {
        start = now();
        product(pass, m, n, k, a, b, c);
        times[i] = now() - start;
    }
    qsort(times, repeats, sizeof(double), order);
    double median = times[repeats / 2];
    free(times);
    return 2.0 * m * n * k / median / 1e9;
}

int main(int count, char **args) {
    void *library = dlopen(args[1], RTLD_NOW | RTLD_GLOBAL);
    if (!library) return puts(dlerror()), 1;
    cblas = (Cblas)dlsym(library, "cblas_sgemm");
    dnnl = (Dnnl)dlsym(library, "dnnl_sgemm");
    int threads = atoi(args[3]);
    void (*set)(int) = (void (*)(int))dlsym(library, "openblas_set_num_threads");
    if (set) set(threads);
    omp_set_num_threads(threads);
    for (int i = 5; i < count; i++) {
        int m, n, k;
        sscanf(strchr(args[i], ':'), ":%d,%d,%d", &m, &n, &k);
        float *a = filled((long)m * k), *b = filled((long)k * n), *c = filled((long)m * n);
        for (int round = -1; round < atoi(args[4]); round++) {
            double speed = roundOf(args[i][0], m, n, k, a, b, c);
            if (round >= 0)
                printf("%.*s %d x %d x %d,%d,%s,%.1f\n", (int)(strchr(args[i], ':') - args[i]), args[i], m, n, k, threads, args[2], speed);
        }
        free(a), free(b), free(c);
    }
}
