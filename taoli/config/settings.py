"""All settings of Taoli, driven by the environment (see .env.example)."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from taoli.common.databases import database
from taoli.config.env import env_bool, env_list, env_secret, env_str

BASE = Path(__file__).resolve().parents[2]
DATA = Path(env_str("TAOLI_DATA", str(BASE / "data")))
BACKUPS = Path(env_str("TAOLI_BACKUPS") or DATA / "backups")
# Apart from the data: who has the backups must not have their key.
KEYS = Path(env_str("TAOLI_KEYS") or DATA.with_name(f"{DATA.name}-keys"))
PLACE = env_str("TAOLI_PLACE", "campus")
# Hosts that notices may call beside the providers' own, also where they lie in a private network.
OUTGOING_HOSTS = env_list("TAOLI_OUTGOING_HOSTS")

DEBUG = env_bool("TAOLI_DEBUG")
DEMO = env_bool("TAOLI_DEMO")
DEMO_CLOCK = env_str("TAOLI_DEMO_CLOCK")
SECRET_KEY = env_secret("TAOLI_SECRET_KEY", DATA)
AUDIT_KEY = env_secret("TAOLI_AUDIT_KEY", DATA)
ALLOWED_HOSTS = env_list("TAOLI_HOSTS", "127.0.0.1,localhost,[::1]")
HTTPS = env_bool("TAOLI_HTTPS", default=not DEMO)

# The steps of the flow, in order; an app imports only earlier ones (docs/map.md, .importlinter).
FLOW = [
    "taoli.common",
    "taoli.accounts",
    "taoli.roster",
    "taoli.notifications",
    "taoli.schemes",
    "taoli.matching",
    "taoli.duties",
    "taoli.guidance",
    "taoli.archive",
    "taoli.care",
    "taoli.evaluation",
    "taoli.documents",
    "taoli.handover",
    "taoli.neighbourhood",
    "taoli.oversight",
    "taoli.rehearsal",
    "taoli.home",
]
# Called with a story that leaves the collection, in the same transaction.
STORY_LEAVES = ["taoli.oversight.services.exchange.story_left"]
# Called with the mentors and days of lectures of which Training now says something else, in the same transaction.
LECTURES_NOTED = ["taoli.neighbourhood.services.lectures.tell_again"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    *FLOW,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages as light without a proxy; Django pads them against BREACH
    "taoli.common.logs.RequestLog",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "taoli.accounts.middleware.IdleSignOut",
    "taoli.accounts.middleware.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
    "taoli.common.zeros.NoZeros",
    "taoli.common.errors.RefusalPage",
]
ROOT_URLCONF = "taoli.config.urls"
WSGI_APPLICATION = "taoli.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "taoli" / "web" / "templates"],
        "OPTIONS": {
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n"],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.messages.context_processors.messages",
                "taoli.home.navigation.shell",
            ],
        },
    }
]

DATABASES = {"default": database(env_str("TAOLI_DATABASE"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["taoli.accounts.hashers.LightArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign_in"
# A school is one address, so never lock by address: by account and device together.
AXES_LOCKOUT_PARAMETERS = [["username", "user_agent"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=5)
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "taoli.accounts.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
FORMAT_MODULE_PATH = "taoli.config.formats"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
TIME_ZONE = env_str("TAOLI_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(env_str("TAOLI_STATIC", str(BASE / ".cache" / "static")))
STATICFILES_DIRS = [BASE / "taoli" / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if env_bool("TAOLI_PLAIN_STATIC")
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DATA / "media"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if env_bool("TAOLI_JOBS_AT_ONCE")
        else "django_tasks_db.DatabaseBackend"
    }
}

SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SHARED_IDLE = 600  # seconds without a sign of life after which a shared computer is signed out
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-taoli" if HTTPS else "taoli"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_TRUSTED_ORIGINS = env_list("TAOLI_ORIGINS")
CSRF_FAILURE_VIEW = "taoli.common.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = HTTPS and env_bool("TAOLI_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("TAOLI_BEHIND_PROXY") else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "worker-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# axes.W006 asks to lock by address; a school is one address, and nobody may shut it out.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "taoli.common.logs.JsonLines"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": env_str("TAOLI_LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"level": "WARNING"},
        "django.server": {"handlers": ["out"], "level": "WARNING", "propagate": False},
        "axes": {"level": "WARNING"},
    },
}
