"""Everything that an installation can set, read from the environment once, at start."""

import django_stubs_ext
from csp.constants import NONE, SELF

from werkbrief.config.environment import read

django_stubs_ext.monkeypatch()
ENV = read()

# What an installation decides -------------------------------------------------------
SECRET_KEY = ENV.secret_key
# What they signed and sealed still counts: sessions, links, kept secrets.
SECRET_KEY_FALLBACKS = ENV.former_keys
DEBUG = False
ALLOWED_HOSTS = ENV.hosts
BIND = ENV.bind
WORKERS = ENV.workers
THREADS = ENV.threads
COLLECTED = ENV.collected
HAS_WALL = ENV.has_wall
VAR = ENV.var
REACHABLE = ENV.reachable
METRICS_TOKEN = ENV.metrics_token
DATABASES = {"default": ENV.database}
vars().update(ENV.mail)
PORTAL_URL = ENV.url
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.mail_from
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ENV.hosts if ENV.https]

# The load balancer asks over plain http, and by address.
SECURE_REDIRECT_EXEMPT = [r"^gezond/$", r"^klaar/$", r"^metingen/$"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.https
SECURE_HSTS_SECONDS = 31_536_000 if ENV.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.https else None
# Whether every other name under the agency's domain has https too is not ours to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "werkbrief.config.sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "werkbrief"
CSRF_COOKIE_NAME = "werkbrief_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "werkbrief.portal.views.mishaps.expired_form"

# The house ---------------------------------------------------------------------------
INSTALLED_APPS = [
    "werkbrief.config",
    "werkbrief.ui",
    "werkbrief.accounts",
    "werkbrief.journal",
    "werkbrief.staffing",
    "werkbrief.jobs",
    "werkbrief.planning",
    "werkbrief.timesheets",
    "werkbrief.pay",
    "werkbrief.exchange",
    "werkbrief.notices",
    "werkbrief.privacy",
    "werkbrief.portal",
    "werkbrief.office",
    "werkbrief.personal",
    "werkbrief.config.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "allauth.mfa",
    "werkbrief.config.apps.SignOnConfig",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "werkbrief.config.watching.WatchingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "werkbrief.config.compression.CompressionMiddleware",
    "werkbrief.config.tidying.TidyingMiddleware",
    "csp.middleware.CSPMiddleware",
    "werkbrief.config.walls.WallMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "werkbrief.config.preferences.PreferencesMiddleware",
    "werkbrief.config.own_password.OwnPasswordMiddleware",
    "werkbrief.config.required_factor.RequiredFactorMiddleware",
]
ROOT_URLCONF = "werkbrief.config.urls"
WSGI_APPLICATION = "werkbrief.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "werkbrief.portal.access.portal",
                "werkbrief.office.access.office",
            ],
        },
    },
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "font-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    },
}
STATIC_URL = "/static/"
STATIC_ROOT = ENV.var / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "werkbrief.config.collected.CollectedStaticFiles"
        if ENV.collected
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not ENV.collected

# People ------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["werkbrief.config.recognition.Recognition"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"werkbrief.config.passwords.{name}"}
    for name in ("LongEnough", "NotKnown", "NotLikeYou", "NotTheOldOne")
]
PASSWORD_RESET_TIMEOUT = 4 * 3600
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "werkbrief.config.signing_in.Adapter"
ACCOUNT_FORMS = {
    "login": "werkbrief.config.signing_in_forms.SignInForm",
    "reset_password": "werkbrief.config.signing_in_forms.ForgottenForm",
    "reset_password_from_key": "werkbrief.config.signing_in_forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# A link, not a form: our policy lets forms go nowhere but here.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_ADAPTER = "werkbrief.config.sign_on.SignOnAdapter"
MFA_ADAPTER = "werkbrief.config.second_factor.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# The agency hands out the address; nobody else can claim it.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "werkbrief.config.second_factor_forms.AuthenticateForm",
    "reauthenticate": "werkbrief.config.second_factor_forms.ReauthenticateForm",
    "activate_totp": "werkbrief.config.second_factor_forms.ActivateForm",
    "add_webauthn": "werkbrief.config.second_factor_forms.AddPasskeyForm",
    "edit_webauthn": "werkbrief.config.second_factor_forms.RenamePasskeyForm",
}
# Behind https stands one proxy, which says by X-Forwarded-For who is calling.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ENV.https else 0
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "throttle",
        # Django keeps 300: who tries that many names would wipe out the counting.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

# Words and clocks --------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("pl", "polski")]
# What somebody picked on the sign-in page; an account has a language of its own.
LANGUAGE_COOKIE_NAME = "werkbrief_taal"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = ENV.https
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORMATS = {
    "plain": {
        "()": "werkbrief.config.masking.MaskingFormatter",
        "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
    },
    "json": {"()": "werkbrief.config.logbook.formatter"},
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Only the one in use: the other brings five megabytes along.
    "formatters": {ENV.log: FORMATS[ENV.log]},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": ENV.log}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "werkbrief": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # A line per request belongs to a log that a machine reads.
        "werkbrief.request": {"level": "INFO" if ENV.log == "json" else "WARNING"},
    },
}
