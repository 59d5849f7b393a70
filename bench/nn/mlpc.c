// The hand-written C loop: mini-batch training on MNIST over a BLAS that is loaded at run time (cblas_sgemm or dnnl_sgemm).
// Part of clock2cloud's study of what the hardware gives to a careful programmer; Apache-2.0.
// C + BLAS upper bound. mlpc LIB cfg threads epochs.  gcc -O3 -march=native -ffast-math -fopenmp mlpc.c -o mlpc -ldl -lm
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <omp.h>
static double now(){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec+1e-9*t.tv_nsec;}
typedef void (*sg)(int,int,int,int,int,int,float,const float*,int,const float*,int,float,float*,int);
typedef int (*dn)(char,char,long,long,long,float,const float*,long,const float*,long,float,float*,long);
static sg F;static dn Dn;
static void gemm(int ta,int tb,int m,int n,int k,float al,const float*A,const float*B,float be,float*C){int lda=ta?m:k,ldb=tb?k:n;
 if(F)F(101,ta?112:111,tb?112:111,m,n,k,al,A,lda,B,ldb,be,C,n);else Dn(ta?'T':'N',tb?'T':'N',m,n,k,al,A,lda,B,ldb,be,C,n);}
static unsigned char*rd(const char*p,long*n){FILE*f=fopen(p,"rb");if(!f){perror(p);exit(1);}fseek(f,0,2);*n=ftell(f);rewind(f);unsigned char*b=malloc(*n);if(fread(b,1,*n,f)!=*n)exit(1);fclose(f);return b;}
static float*al(long n){float*p=aligned_alloc(4096,(n*4+4095)/4096*4096);memset(p,0,n*4);return p;}
static unsigned long long s=88172645463325252ULL;static unsigned rnd(){s^=s<<13;s^=s>>7;s^=s<<17;return s>>11;}
static double gs(){double u=(rnd()%1000000+1)/1000001.,v=(rnd()%1000000)/1000000.;return sqrt(-2*log(u))*cos(6.283185307*v);}
int main(int c,char**v){void*h=dlopen(v[1],RTLD_NOW|RTLD_GLOBAL);if(!h){puts(dlerror());return 1;}F=dlsym(h,"cblas_sgemm");Dn=dlsym(h,"dnnl_sgemm");int T=atoi(v[3]),E=atoi(v[4]);
 void(*st)(int)=dlsym(h,"openblas_set_num_threads");if(st)st(T);omp_set_num_threads(T);
 int sz[5],L,b;float lr=.1f;int sig=0;switch(v[2][0]){case'A':L=2;memcpy(sz,(int[]){784,30,10},12);b=10;lr=3;sig=1;break;case'B':L=2;memcpy(sz,(int[]){784,128,10},12);b=32;break;case'C':L=3;memcpy(sz,(int[]){784,512,512,10},16);b=128;break;default:L=3;memcpy(sz,(int[]){784,2048,2048,10},16);b=512;}
 long n;unsigned char*im=rd("mnist/train-images-idx3-ubyte",&n),*lb=rd("mnist/train-labels-idx1-ubyte",&n)+8,*tim=rd("mnist/t10k-images-idx3-ubyte",&n),*tlb=rd("mnist/t10k-labels-idx1-ubyte",&n)+8;
 float*X=al(60000L*784),*TX=al(10000L*784);for(long i=0;i<60000L*784;i++)X[i]=im[16+i]/255.f;for(long i=0;i<10000L*784;i++)TX[i]=tim[16+i]/255.f;
 float*W[4],*B[4],*H[5],*D[5];for(int l=0;l<L;l++){W[l]=al((long)sz[l]*sz[l+1]);B[l]=al(sz[l+1]);double sd=sig?1/sqrt(sz[l]):sqrt(2./sz[l]);for(long i=0;i<(long)sz[l]*sz[l+1];i++)W[l][i]=gs()*sd;}
 for(int l=0;l<=L;l++){H[l]=al((long)10000*sz[l]);D[l]=al((long)b*sz[l]);}
 int*p=malloc(60000*4);for(int i=0;i<60000;i++)p[i]=i;double t[200];double acc=0;
 for(int e=0;e<E;e++){double t0=now();for(int i=59999;i>0;i--){int j=rnd()%(i+1);int q=p[i];p[i]=p[j];p[j]=q;}
  for(int k=0;k<60000/b;k++){
   for(int i=0;i<b;i++)memcpy(H[0]+(long)i*784,X+(long)p[k*b+i]*784,784*4);
   for(int l=0;l<L;l++){int o=sz[l+1];float*Z=H[l+1];for(int i=0;i<b;i++)memcpy(Z+(long)i*o,B[l],o*4);gemm(0,0,b,o,sz[l],1,H[l],W[l],1,Z);long N=(long)b*o;
    if(sig){for(long i=0;i<N;i++)Z[i]=1.f/(1.f+expf(-Z[i]));}else if(l<L-1){for(long i=0;i<N;i++)Z[i]=Z[i]>0?Z[i]:0;}}
   float*Z=H[L],*d=D[L];for(int i=0;i<b;i++){int y=lb[p[k*b+i]];float*z=Z+i*10;if(sig)for(int q=0;q<10;q++)d[i*10+q]=(z[q]-(q==y))*z[q]*(1-z[q]);else{float m=z[0];for(int q=1;q<10;q++)if(z[q]>m)m=z[q];float su=0;for(int q=0;q<10;q++){d[i*10+q]=expf(z[q]-m);su+=d[i*10+q];}for(int q=0;q<10;q++)d[i*10+q]/=su;d[i*10+y]-=1;}}
   for(int l=L-1;l>=0;l--){int in=sz[l],o=sz[l+1];if(l>0){gemm(0,1,b,in,o,1,D[l+1],W[l],0,D[l]);float*dd=D[l],*hh=H[l];long N=(long)b*in;if(sig)for(long i=0;i<N;i++)dd[i]*=hh[i]*(1-hh[i]);else for(long i=0;i<N;i++)dd[i]=hh[i]>0?dd[i]:0;}
    gemm(1,0,in,o,b,-lr/b,H[l],D[l+1],1,W[l]);float sc=-lr/b;for(int i=0;i<b;i++)for(int j=0;j<o;j++)B[l][j]+=sc*D[l+1][(long)i*o+j];}
  }
  t[e]=now()-t0;
  if(e==E-1){memcpy(H[0],TX,10000L*784*4);for(int l=0;l<L;l++){int o=sz[l+1];float*Z=H[l+1];for(int i=0;i<10000;i++)memcpy(Z+(long)i*o,B[l],o*4);gemm(0,0,10000,o,sz[l],1,H[l],W[l],1,Z);long N=10000L*o;if(sig)for(long i=0;i<N;i++)Z[i]=1.f/(1.f+expf(-Z[i]));else if(l<L-1)for(long i=0;i<N;i++)Z[i]=Z[i]>0?Z[i]:0;}
   int ok=0;for(int i=0;i<10000;i++){float*z=H[L]+i*10;int m=0;for(int q=1;q<10;q++)if(z[q]>z[m])m=q;ok+=m==tlb[i];}acc=ok/1e4;}
 }
 const char*name=strstr(v[1],"dnnl")?"C loop on oneDNN":"C loop on OpenBLAS";for(int e=1;e<E;e++)printf("epoch %s,%d,%s,%.4f\n",v[2],T,name,t[e]);printf("accuracy %s,%d,%s,%.4f\n",v[2],T,name,acc);
}
